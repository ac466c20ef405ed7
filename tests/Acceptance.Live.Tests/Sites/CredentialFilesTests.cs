using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Sites;

public sealed class CredentialFilesTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() =>
        Directory.CreateDirectory(
            _folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "sites", Guid.NewGuid().ToString("N"))
        );

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void An_openrc_of_plain_settings_is_read_as_a_shell_would()
    {
        Write(
            "openrc",
            """
            # made by hand
            export OS_AUTH_URL=https://127.12.4.50:5000/v3   # the VIP; by address
            export OS_USERNAME="admin" OS_USER_DOMAIN_NAME=admin_domain
            WHERE=admin_domain; export OS_PROJECT_DOMAIN_NAME=${WHERE}
            export OS_PROJECT_NAME=admin
            export OS_PASSWORD='it'\''s $not a `variable`'
            export OS_CACERT=~/ca.pem
            export OS_REGION_NAME
            unset OS_PROJECT_ID
            """
        );
        var credential = Files(new() { Openrc = "openrc" }).Credential().Value();
        credential.AuthUrl.Should().Be(new Uri("https://127.12.4.50:5000/v3"));
        credential.Password.Should().Be("it's $not a `variable`");
        (credential.User, credential.Project, credential.ProjectDomain).Should().Be(("admin", "admin", "admin_domain"));
        credential
            .CaFile.Should()
            .Be(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "ca.pem"));
        credential.ToString().Should().NotContain("it's");
    }

    [TestCase(
        "echo \"Please enter your password: \"\nread -sr OS_PASSWORD_INPUT",
        "line 2 asks for a value on a terminal (read)"
    )]
    [TestCase("export OS_PASSWORD=$(pass show cloud)", "line 1 runs a command ($(pass …))")]
    [TestCase("export OS_PASSWORD=`pass show cloud`", "line 1 runs a command (`pass …`)")]
    [TestCase("source ~/secret-openrc", "line 1 runs a command (source …)")]
    [TestCase("export OS_PASSWORD=${SECRET:-x}", "line 1 uses an expansion that only a shell can do")]
    [TestCase("export OS_PASSWORD='half", "line 1 opens a quote that it does not close")]
    public void An_openrc_that_wants_a_shell_is_refused_with_its_line_and_the_way_out(string text, string says)
    {
        Write("openrc", text);
        Problem(new() { Openrc = "openrc" })
            .Should()
            .StartWith($"{Path.Combine(_folder, "openrc")} {says}")
            .And.Contain("clouds.yaml")
            .And.NotContain("pass show");
    }

    [TestCase(
        "export OS_USERNAME=admin",
        "sets no OS_AUTH_URL: add it (export OS_AUTH_URL=https://<the keystone VIP>:5000/v3, "
            + "by its address (DOCFIX-018))."
    )]
    [TestCase("export OS_AUTH_URL=keystone", "sets OS_AUTH_URL to 'keystone', which is no http(s) URL")]
    [TestCase("export OS_AUTH_URL=https://127.0.0.1:5000/v3\nexport OS_USERNAME=admin", "sets no OS_PASSWORD")]
    [TestCase(
        "export OS_AUTH_URL=https://127.0.0.1:5000/v3\nexport OS_USERNAME=admin OS_PASSWORD=x",
        "sets no OS_USER_DOMAIN_NAME"
    )]
    public void What_an_openrc_lacks_is_named(string text, string says)
    {
        Write("openrc", text);
        Problem(new() { Openrc = "openrc" }).Should().StartWith($"{Path.Combine(_folder, "openrc")} {says}");
    }

    [Test]
    public void A_cloud_of_a_clouds_yaml_is_read_and_a_missing_one_lists_the_others()
    {
        Write(
            "clouds.yaml",
            """
            clouds:
              vr0:
                region_name: RegionOne
                cacert: /etc/ca.pem
                auth: {auth_url: "https://127.12.4.50:5000", username: admin, password: pw, user_domain_name: d, project_name: admin, project_domain_name: d}
              other: {auth: {auth_url: "https://127.0.0.1"}}
            """
        );
        var credential = Files(new() { CloudsYaml = "clouds.yaml", Cloud = "vr0" }).Credential().Value();
        (credential.User, credential.Password, credential.Region, credential.CaFile)
            .Should()
            .Be(("admin", "pw", "RegionOne", "/etc/ca.pem"));
        Problem(new() { CloudsYaml = "clouds.yaml", Cloud = "vr1" })
            .Should()
            .Contain("no cloud 'vr1': it has vr0, other");
    }

    [Test]
    public void A_CA_that_is_no_PEM_and_one_that_is_indented_are_told_apart()
    {
        Openrc();
        var pem = new Authority().Pem;
        Write("good.pem", pem);
        Write("indented.pem", string.Join('\n', pem.Split('\n').Select(line => "  " + line)));
        Write("none.pem", "Certificate:\n  Data:");
        Write("cut.pem", pem[..200]);
        Files(new() { Openrc = "openrc", Ca = "good.pem" }).Problems().Should().BeEmpty();
        Problem(new() { Openrc = "openrc", Ca = "indented.pem" })
            .Should()
            .Contain("indented.pem is indented PEM")
            .And.Contain("DOCFIX-021");
        Problem(new() { Openrc = "openrc", Ca = "none.pem" }).Should().Contain("none.pem is not PEM");
        Problem(new() { Openrc = "openrc", Ca = "cut.pem" }).Should().Contain("holds no whole certificate");
        Problem(new() { Openrc = "openrc", Ca = "missing.pem" })
            .Should()
            .Contain("missing.pem does not exist")
            .And.Contain("credentials.ca");
    }

    [TestCase("", "is no kubeconfig")]
    [TestCase("clusters: [", "is no YAML")]
    [TestCase("apiVersion: v1\nclusters: []", "names no current-context")]
    [TestCase("current-context: a\ncontexts: [{name: b, context: {cluster: c}}]", "has no context 'a'")]
    [TestCase(
        "current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {}}]",
        "gives no server URL"
    )]
    public void A_kubeconfig_that_does_not_serve_is_named(string text, string says)
    {
        Openrc();
        Write("kubeconfig", text);
        Problem(new() { Openrc = "openrc", ManagementKubeconfig = "kubeconfig" })
            .Should()
            .StartWith($"The kubeconfig {Path.Combine(_folder, "kubeconfig")} {says}");
    }

    [Test]
    public void A_kubeconfig_gives_its_server_and_CA()
    {
        Write(
            "kubeconfig",
            "current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\n"
                + "clusters: [{name: c, cluster: {server: 'https://127.12.7.40:6443', certificate-authority-data: "
                + "UEVN}}]"
        );
        var read = Files(new() { ManagementKubeconfig = "kubeconfig" }).ManagementKubeconfig().Value();
        (read.Server, read.CaPem).Should().Be((new Uri("https://127.12.7.40:6443"), "PEM"));
    }

    private void Openrc() =>
        Write(
            "openrc",
            "export OS_AUTH_URL=https://127.0.0.1:5000/v3 OS_USERNAME=a OS_PASSWORD=b "
                + "OS_USER_DOMAIN_NAME=c OS_PROJECT_ID=d"
        );

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string Problem(SiteCredentials site) => Files(site).Problems().Should().ContainSingle().Subject;

    private CredentialFiles Files(SiteCredentials site) => new(site, _folder);
}
