using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cli.Tests;

public sealed class SiteCommandSpecs
{
    private string _folder = "";

    private string Site => Path.Combine(_folder, "site.json");

    private const string Openrc = """
        export OS_AUTH_URL=https://192.0.2.50:5000/v3
        export OS_USERNAME=admin
        export OS_PASSWORD=made-for-this-test
        export OS_PROJECT_NAME=admin
        export OS_USER_DOMAIN_NAME=admin_domain
        export OS_PROJECT_DOMAIN_NAME=admin_domain
        """;

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("cli-site-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Schema_prints_the_schema() =>
        (await Ran.Of(["site", "schema"])).Should().Be(new Ran(ExitCode.Kept, SiteSchema.Text(), ""));

    [Test]
    public async Task A_site_without_a_problem_ends_with_0()
    {
        await File.WriteAllTextAsync(Site, """{ "name": "here", "credentials": { "openrc": "openrc" } }""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "openrc"), Openrc);
        var ran = await Ran.Of(["site", "check", Site]);
        ran.Exit.Should().Be(ExitCode.Kept, ran.Error);
        ran.Output.Should().StartWith($"{Site}: the site here reads without a problem; permit observe");
    }

    [Test]
    public async Task A_secret_that_others_may_read_is_said_with_the_chmod_that_mends_it()
    {
        await File.WriteAllTextAsync(Site, """{ "name": "here", "credentials": { "openrc": "openrc" } }""");
        var openrc = Path.Combine(_folder, "openrc");
        await File.WriteAllTextAsync(openrc, Openrc);
        File.SetUnixFileMode(openrc, (UnixFileMode)Convert.ToInt32("644", 8));
        var open = await Ran.Of(["site", "check", Site]);
        open.Exit.Should().Be(ExitCode.Kept, open.Error);
        open.Output.Should()
            .EndWith(
                $"{Site}: warning: The openrc {openrc} is open to others of this machine (mode 644) "
                    + $"and holds a secret; `chmod 600 {openrc}` closes it.{Environment.NewLine}"
            );
        File.SetUnixFileMode(openrc, (UnixFileMode)Convert.ToInt32("600", 8));
        (await Ran.Of(["site", "check", Site])).Output.Should().NotContain("warning");
    }

    [Test]
    public async Task A_password_that_would_travel_in_clear_ends_with_2_unless_the_site_allows_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "openrc"), Openrc.Replace("https://", "http://"));
        await File.WriteAllTextAsync(Site, """{ "name": "here", "credentials": { "openrc": "openrc" } }""");
        var ran = await Ran.Of(["site", "check", Site]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should().Contain("is at http://192.0.2.50:5000/v3, where a credential would travel in clear");
        await File.WriteAllTextAsync(
            Site,
            """{ "name": "here", "credentials": { "openrc": "openrc", "plainHttp": "allowed" } }"""
        );
        (await Ran.Of(["site", "check", Site])).Exit.Should().Be(ExitCode.Kept);
    }

    [Test]
    public async Task Every_problem_is_a_line_and_the_end_is_2()
    {
        await File.WriteAllTextAsync(
            Site,
            """{ "nam": "here", "credentials": { "environment": 1 }, "budgets": { "failovr": "10m" } }"""
        );
        var ran = await Ran.Of(["site", "check", Site]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Output.Should().BeEmpty();
        ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .SatisfyRespectively(
                line =>
                    line.Should()
                        .StartWith(
                            $"{Site}: $.budgets.failovr (line 1): found an unknown wait; allowed: failover (near it), "
                        ),
                line =>
                    line.Should().Be($"{Site}: $.credentials.environment (line 1): found 1; allowed: true or false."),
                line =>
                    line.Should().StartWith($"{Site}: $.nam (line 1): found an unknown key; allowed: name (near it), ")
            );
    }

    [Test]
    public async Task A_file_that_is_not_there_ends_with_2()
    {
        var ran = await Ran.Of(["site", "check", Site]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should().StartWith($"{Site}: $: found no such file;");
    }

    [Test]
    public async Task Credentials_that_are_not_where_the_site_says_end_with_2()
    {
        await File.WriteAllTextAsync(Site, """{ "name": "here", "credentials": { "openrc": "admin-openrc" } }""");
        var ran = await Ran.Of(["site", "check", Site]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Should().StartWith($"{Site}: $.credentials.openrc: found no such file, {_folder}/admin-openrc;");
    }

    [TestCase("openrc", "export OS_USERNAME=admin\n", "OS_AUTH_URL")]
    [TestCase("ca.pem", "not a certificate\n", "is not PEM")]
    [TestCase("ca.pem", "  -----BEGIN CERTIFICATE-----\n  AAAA\n  -----END CERTIFICATE-----\n", "is indented PEM")]
    [TestCase("kubeconfig", "clusters: []\n", "names no current-context")]
    public async Task A_file_that_does_not_hold_what_it_should_ends_with_2_in_one_sentence(
        string file,
        string holds,
        string says
    )
    {
        await File.WriteAllTextAsync(
            Site,
            """{ "name": "here", "credentials": { "openrc": "openrc", "ca": "ca.pem", "managementKubeconfig": "kubeconfig" } }"""
        );
        await File.WriteAllTextAsync(Path.Combine(_folder, "openrc"), Openrc);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "ca.pem"),
            new Cloud.Twin.World.Pki(DateTimeOffset.UnixEpoch.AddYears(55)).VaultRoot.ExportCertificatePem()
        );
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "kubeconfig"),
            "current-context: c\ncontexts:\n- {name: c, context: {cluster: k}}\nclusters:\n"
                + "- {name: k, cluster: {server: 'https://192.0.2.1:6443'}}\n"
        );
        await File.WriteAllTextAsync(Path.Combine(_folder, file), holds);
        var ran = await Ran.Of(["site", "check", Site]);
        ran.Exit.Should().Be(ExitCode.Usage);
        ran.Error.Trim()
            .Should()
            .StartWith($"{Site}: ")
            .And.Contain(Path.Combine(_folder, file))
            .And.Contain(says)
            .And.NotContain(Environment.NewLine);
    }
}
