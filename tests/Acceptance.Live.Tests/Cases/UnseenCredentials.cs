using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Cases;

/// <summary>
/// Credential files that nobody here had seen: composed of what shells, openstackclient and its documentation allow.
/// </summary>
public sealed class UnseenCredentials
{
    private const string Plain =
        "export OS_AUTH_URL=https://127.0.0.1:5000/v3 OS_USERNAME=a OS_PASSWORD=b OS_USER_DOMAIN_NAME=c\n"
        + "export OS_PROJECT_NAME=p OS_PROJECT_DOMAIN_NAME=c\n";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("unseen-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("export OS_PASSWORD=a#b", "a#b")]
    [TestCase("export OS_PASSWORD='it'\\''s'  # ours", "it's")]
    [TestCase("export OS_PASSWORD=\"a\\\"b\\$c\"", "a\"b$c")]
    [TestCase("export OS_PASSWORD=a\\ b   ", "a b")]
    [TestCase("declare -x OS_PASSWORD=\"pw\"", "pw")]
    [TestCase("typeset -rx OS_PASSWORD=pw", "pw")]
    [TestCase("export -- OS_PASSWORD=pw", "pw")]
    [TestCase("export \"OS_PASSWORD=p w\"", "p w")]
    [TestCase("set -a; OS_PASSWORD=pw; set +a", "pw")]
    [TestCase("set -o allexport; OS_PASSWORD=pw; set +o allexport", "pw")]
    [TestCase("set -euo pipefail\nOS_PASSWORD=pw", "pw")]
    public void What_a_shell_takes_for_a_plain_setting_is_read(string line, string password)
    {
        Openrc(Plain + line).Credential().Value().Password.Should().Be(password);
        Openrc("\uFEFF" + (Plain + line).ReplaceLineEndings("\r\n"))
            .Credential()
            .Value()
            .Password.Should()
            .Be(password);
    }

    [TestCase("source ~/other-rc", "line 3 runs a command (source …)")]
    [TestCase("cat <<END\nx\nEND", "line 3 runs a command (cat …)")]
    [TestCase("set OS_PASSWORD=pw", "line 3 runs a command (set …)")]
    [TestCase("export OS_PASSWORD=$(pass show os)", "line 3 runs a command ($(pass …))")]
    [TestCase("declare -A OS_X=([a]=b)", "line 3 runs a command (declare …)")]
    [TestCase("export OS_PASSWORD=$'p\\tw'", "line 3 uses a quote that only a shell can read ($'...')")]
    [TestCase("export OS_PASSWORD=${X:-$(pass)}", "line 3 uses an expansion that only a shell can do (${...})")]
    [TestCase(
        "if [ -z \"$OS_PASSWORD\" ]; then\n  read -sp pw OS_PASSWORD\nfi",
        "line 3 asks for a value on a terminal (read), and nobody is there to answer"
    )]
    public void What_only_a_shell_can_do_is_refused_for_what_it_is(string line, string says) =>
        Problem(Plain + line).Should().Contain(says);

    [TestCase(
        "export OS_AUTH_URL=https://127.0.0.1:5000 OS_AUTH_TYPE=v3applicationcredential",
        "sets no OS_APPLICATION_CREDENTIAL_ID"
    )]
    [TestCase(
        "export OS_CLOUD=vr0",
        "sets OS_CLOUD alone, which names a cloud of a clouds.yaml: name that file in the "
            + "site's credentials.cloudsYaml, and vr0 in its credentials.cloud"
    )]
    [TestCase(Plain + "unset OS_PASSWORD; export OS_AUTH_TYPE=v3token OS_TOKEN=t", "sets OS_AUTH_TYPE to v3token")]
    [TestCase(Plain + "export OS_CACERT=certs/ca.pem", "(OS_CACERT)")]
    public void What_is_missing_is_named_and_the_way_out(string text, string says) =>
        Problem(text).Should().Contain(says);

    [TestCase(Plain + "unset OS_USER_DOMAIN_NAME OS_PROJECT_DOMAIN_NAME; export OS_DOMAIN_NAME=d", "d", "d")]
    [TestCase(Plain + "unset OS_PROJECT_DOMAIN_NAME; export OS_DOMAIN_NAME=d", "c", "d")]
    public void One_domain_beside_a_project_is_that_of_both(string text, string user, string project)
    {
        var read = Openrc(text).Credential().Value();
        (read.UserDomain, read.ProjectDomain).Should().Be((user, project));
    }

    [Test]
    public void The_same_in_a_clouds_yaml_and_null_is_nothing()
    {
        var read = Clouds(
                "region_name: null\n    cacert: ~\n    verify: true\n    auth: {auth_url: 'https://127.0.0.1:5000', "
                    + "username: 'null', password: b, project_name: p, domain_name: d, user_domain_id: null}"
            )
            .Credential()
            .Value();
        (read.UserDomain, read.ProjectDomain, read.User, read.Region, read.CaFile, read.UserDomainId)
            .Should()
            .Be(("d", "d", "null", null, null, null));
    }

    [TestCase(
        "auth_type: token\n    auth: {auth_url: 'https://127.0.0.1'}",
        "sets auth_type to token, which is not supported"
    )]
    [TestCase(
        "verify: no\n    auth: {auth_url: 'https://127.0.0.1', username: a, password: b, user_domain_id: d, "
            + "project_id: p}",
        "asks for TLS without verification (verify: false)"
    )]
    [TestCase("auth: {username: a}", "sets no auth.auth_url: add it (auth_url: https://<the keystone VIP>:5000/v3, ")]
    [TestCase(
        "insecure: 1\n    auth: {auth_url: 'https://127.0.0.1', username: a, password: b, user_domain_id: d, "
            + "project_id: p}",
        "(insecure)"
    )]
    [TestCase("auth: {auth_url: 'https://127.0.0.1'}", "sets no auth.username: add it")]
    [TestCase("auth: {auth_url: 'https://127.0.0.1', username: a, password: b}", "sets no auth.user_domain_name")]
    [TestCase("auth: {auth_url: 'keystone:5000'}", "sets auth.auth_url to 'keystone:5000', which is no http(s) URL")]
    [TestCase("auth: {auth_url: 'https://127.0.0.1', system_scope: all}", "sets auth.system_scope, which is not")]
    public void A_clouds_yaml_is_told_of_its_own_keys(string cloud, string says) =>
        Clouds(cloud).Problems().Should().ContainSingle().Which.Should().Contain(says).And.NotContain("OS_");

    [Test]
    public void A_CA_that_is_not_there_is_named_with_the_file_that_names_it()
    {
        var clouds = Clouds(
            "cacert: ca.pem\n    auth: {auth_url: 'https://127.0.0.1:5000', username: a, password: b, "
                + "project_id: p, user_domain_id: d}"
        );
        clouds
            .Problems()
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain($"{Path.Combine(_folder, "clouds.yaml")} (cacert) names it")
            .And.NotContain("openrc");
    }

    [TestCase(
        "clouds: {one: {}, two: {}}",
        "clouds.yaml has several clouds (one, two): name one of them in the site's"
    )]
    [TestCase("clouds: {}", "clouds.yaml has no cloud in it")]
    public void Which_cloud_is_meant_is_asked_without_a_hole(string text, string says)
    {
        File.WriteAllText(Path.Combine(_folder, "clouds.yaml"), text);
        Files(new() { CloudsYaml = "clouds.yaml" }).Problems().Should().ContainSingle().Which.Should().Contain(says);
    }

    [Test]
    public void A_secure_yaml_that_others_may_read_is_said_too()
    {
        var clouds = Clouds("auth: {}");
        var secure = Path.Combine(_folder, "secure.yaml");
        File.WriteAllText(secure, "clouds: {}");
        File.SetUnixFileMode(Path.Combine(_folder, "clouds.yaml"), UnixFileMode.UserRead);
        File.SetUnixFileMode(secure, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        clouds
            .Exposed()
            .Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .StartWith($"The secure.yaml {secure} is open");
    }

    private CredentialFiles Clouds(string cloud)
    {
        File.WriteAllText(Path.Combine(_folder, "clouds.yaml"), $"clouds:\n  one:\n    {cloud}\n");
        return Files(new() { CloudsYaml = "clouds.yaml" });
    }

    private string Problem(string text) => Openrc(text).Problems().Should().ContainSingle().Subject;

    private CredentialFiles Openrc(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "openrc"), text);
        return Files(new() { Openrc = "openrc" });
    }

    private CredentialFiles Files(SiteCredentials site) => new(site, _folder);
}
