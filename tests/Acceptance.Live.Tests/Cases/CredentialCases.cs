using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Cases;

/// <summary>Credential files as people have them: read as openstackclient reads them, or refused for what they do.
/// </summary>
public sealed class CredentialCases
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() =>
        _folder = Directory
            .CreateDirectory(
                Path.Combine(TestContext.CurrentContext.WorkDirectory, "cases", Guid.NewGuid().ToString("N"))
            )
            .FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("C03-appcred-with-unset-loop.openrc", "the application credential 00000000000000000000000000000001")]
    [TestCase("C04-kolla-admin.openrc", "admin")]
    [TestCase("C08-appcred-by-name.openrc", "the application credential backup")]
    public void An_openrc_is_read(string input, string asker)
    {
        var read = Openrc(CaseInput.PathOf(input)).Credential().Aloud(input[..3], input, Asker).Value();
        read.Asker.Should().Be(asker);
        (read.Password ?? read.ApplicationCredentialSecret).Should().StartWith("neutral");
    }

    [TestCase("C06-horizon-as-downloaded.openrc", "line 8 asks for a value on a terminal (read)")]
    [TestCase("C07-charmed-juju-run.openrc", "line 6 runs a command ($(juju …))")]
    [TestCase("C09-system-scope.openrc", "sets OS_SYSTEM_SCOPE, which is not supported: the suite asks in a project")]
    public void An_openrc_is_refused_for_what_it_does(string input, string says) =>
        Openrc(CaseInput.PathOf(input))
            .Problems()
            .Aloud(input[..3], input)
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith(CaseInput.PathOf(input))
            .And.Contain(says);

    [TestCase("unset OS_TOKEN\nif [ -z \"$OS_REGION_NAME\" ]; then unset OS_REGION_NAME; fi", "RegionOne")]
    [TestCase("if [ -n \"$OS_REGION_NAME\" ]\nthen\n  unset OS_REGION_NAME\nfi", null)]
    [TestCase("if [[ -n ${OS_REGION_NAME:-} ]]; then unset OS_TOKEN; fi", "RegionOne")]
    [TestCase("for v in OS_TOKEN OS_TRUST_ID; do unset $v; done", null, true)]
    [TestCase("while read -r v; do unset \"$v\"; done < <(compgen -v OS_)", null, true)]
    public void What_only_clears_variables_is_read(string block, string? region, bool clearsAll = false)
    {
        var plain =
            "export OS_AUTH_URL=https://127.0.0.1:5000/v3 OS_USERNAME=a OS_PASSWORD=b OS_USER_DOMAIN_NAME=c\n"
            + "export OS_PROJECT_NAME=p OS_PROJECT_DOMAIN_NAME=c\n";
        var path = Written(
            "openrc",
            clearsAll ? block + "\n" + plain : plain + "export OS_REGION_NAME=RegionOne\n" + block
        );
        var read = Openrc(path).Credential().Value();
        read.Region.Should().Be(region);
        read.User.Should().Be("a");
    }

    [TestCase(
        "if [ -f ~/x ]; then unset OS_PASSWORD; fi",
        "clears OS_PASSWORD where only a shell can tell whether (if …)"
    )]
    [TestCase(
        "for v in $(cat names); do unset $v; done",
        "clears OS_AUTH_URL where only a shell can tell whether (for …)"
    )]
    [TestCase("if [ -z \"$X\" ]; then export OS_PASSWORD=x; fi", "runs a command (if …)")]
    [TestCase("for v in a; do unset OS_TOKEN; touch x; done", "runs a command (for …)")]
    [TestCase("for v in a; do unset $(touch x); done", "runs a command (for …)")]
    [TestCase("for v in OS_A; do unset $v", "runs a command (for …)")]
    [TestCase("for v in a; do for w in OS_; do unset $w; done; done", "runs a command (for …)")]
    public void What_does_more_or_cannot_be_told_is_refused(string block, string says)
    {
        var path = Written("openrc", "export OS_AUTH_URL=https://127.0.0.1:5000/v3 OS_PASSWORD=b\n" + block);
        Openrc(path).Problems().Should().ContainSingle().Which.Should().StartWith($"{path} line 2 {says}");
    }

    [TestCase("OS_DOMAIN_NAME=d", "sets OS_DOMAIN_NAME, which is not supported")]
    [TestCase("OS_TRUST_ID=t", "sets OS_TRUST_ID, which is not supported")]
    [TestCase("OS_AUTH_TYPE=v3oidcpassword", "sets OS_AUTH_TYPE to v3oidcpassword, which is not supported")]
    [TestCase("OS_INSECURE=True", "asks for TLS without verification (OS_INSECURE)")]
    [TestCase("OS_TOKEN=x", "sets no OS_PROJECT_NAME")]
    public void What_is_not_supported_is_named_with_its_key(string setting, string says)
    {
        var path = Written(
            "openrc",
            "export OS_AUTH_URL=https://127.0.0.1:5000/v3 OS_USERNAME=a OS_PASSWORD=b OS_USER_DOMAIN_NAME=c\n"
                + $"export {setting}"
                + (setting.StartsWith("OS_INSECURE") ? " OS_PROJECT_ID=p" : "")
        );
        Openrc(path)
            .Problems()
            .Aloud("L08", $"an openrc without a project, with {setting}")
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith($"{path} {says}");
    }

    [TestCase("admin", "admin", "RegionOne")]
    [TestCase("capi-mgmt", "capi-mgmt", "RegionOne")]
    public void Anchors_and_merges_of_a_clouds_yaml_are_read(string cloud, string project, string region)
    {
        var read = Files(new() { CloudsYaml = CaseInput.PathOf("C10-clouds-merge-anchors.yaml"), Cloud = cloud })
            .Credential()
            .Aloud("C10", $"a clouds.yaml with anchors and merges, the cloud {cloud}", Asker)
            .Value();
        (read.User, read.Password, read.AuthUrl.Host, read.Project, read.Region)
            .Should()
            .Be(("admin", "neutral", "10.12.4.50", project, region));
    }

    [Test]
    public void A_secure_yaml_beside_it_is_read_and_the_first_region_taken()
    {
        var path = Written(
            "clouds.yaml",
            """
            clouds:
              one:
                regions: [{name: RegionTwo, values: {cacert: /etc/two.pem}}, RegionOne]
                auth: {auth_url: "https://127.0.0.1:5000", username: a, password: wrong, user_domain_name: d, project_id: p}
            """
        );
        Written("secure.yaml", "clouds: {one: {auth: {password: right}}, other: {auth: {password: no}}}");
        var read = Files(new() { CloudsYaml = path }).Credential().Value();
        (read.Password, read.Region, read.CaFile).Should().Be(("right", "RegionTwo", "/etc/two.pem"));
    }

    [TestCase("verify: false", "asks for TLS without verification (verify: false)")]
    [TestCase("insecure: true", "asks for TLS without verification (insecure)")]
    [TestCase("profile: vendor", "sets profile, which is not supported")]
    [TestCase("cert: /c.pem", "sets cert, which is not supported")]
    public void A_clouds_yaml_is_refused_for_its_key(string key, string says)
    {
        var path = Written(
            "clouds.yaml",
            $$"""
            clouds:
              one:
                {{key}}
                auth: {auth_url: "https://127.0.0.1:5000", username: a, password: b, user_domain_name: d, project_id: p}
            """
        );
        Files(new() { CloudsYaml = path })
            .Problems()
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith($"{path} {says}");
    }

    [Test]
    public void Where_a_CA_is_named_the_suite_verifies_whatever_the_file_asks()
    {
        Written("ca.pem", new Authority().Pem);
        var path = Written(
            "openrc",
            "export OS_AUTH_URL=https://127.0.0.1:5000/v3 OS_USERNAME=a OS_PASSWORD=b OS_USER_DOMAIN_NAME=c "
                + "OS_PROJECT_ID=p OS_INSECURE=1"
        );
        Files(new() { Openrc = path, Ca = "ca.pem" }).Problems().Should().BeEmpty();
    }

    private static string Asker(Credential read) =>
        $"{read} asks {read.AuthUrl} for "
        + (read.IsApplicationCredential ? "the project it was made in" : read.AskedProject);

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private CredentialFiles Openrc(string path) => Files(new() { Openrc = path });

    private CredentialFiles Files(SiteCredentials site) => new(site, _folder);
}
