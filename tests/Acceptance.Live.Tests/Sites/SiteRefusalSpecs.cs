using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Live.Tests.Sites;

public sealed class SiteRefusalSpecs
{
    [TestCase(
        """
            "juju": { "controler": "c", "model": "m" }
            """,
        "site.json: $.juju.controler (line 1): found an unknown key; allowed: controller (near it), controllerUuid, "
            + "model, machines, expected, defaultSpace, providerBridge, dashboardOverHttp, roles.",
        TestName = "A wrong key names the near one"
    )]
    [TestCase(
        """
            "juju": { "controller": "c", "model": 5 }
            """,
        "site.json: $.juju.model (line 1): found 5; allowed: a text.",
        TestName = "A wrong type"
    )]
    [TestCase(
        """
            "juju": { "controller": "c" }
            """,
        "site.json: $.juju.model (line 1): found nothing; allowed: a text (required).",
        TestName = "A missing key"
    )]
    [TestCase(
        """
            "permit": "write"
            """,
        "site.json: $.permit (line 1): found \"write\"; allowed: observe, mutate, destroy.",
        TestName = "A word that is not allowed"
    )]
    [TestCase(
        """
            "compute": { "reservedHostMemoryMb": "8192" }
            """,
        "site.json: $.compute.reservedHostMemoryMb (line 1): found \"8192\"; allowed: a whole number of 0 or more.",
        TestName = "A number in quotes"
    )]
    [TestCase(
        """
            "endpoints": [ { "service": "k", "url": "10.0.0.1:5000", "codes": [2000] } ]
            """,
        "site.json: $.endpoints[0].codes[0] (line 1): found 2000; allowed: a whole number from 100 to 599.",
        "site.json: $.endpoints[0].url (line 1): found \"10.0.0.1:5000\"; allowed: "
            + "a URL such as \"https://10.0.0.1:5000/v3\".",
        TestName = "Every problem of an object, sorted"
    )]
    [TestCase(
        """
            "juju": { "controller": "c", "model": "m", "expected": { "my-app": { "messages": ["(ready"] } } }
            """,
        "site.json: $.juju.expected['my-app'].messages[0] (line 1): found \"(ready\"; allowed: "
            + "a regular expression (Invalid pattern '(ready' at offset 6. Not enough )'s).",
        TestName = "A broken pattern"
    )]
    [TestCase(
        """
            "octavia": { "platform": ["[a"] }
            """,
        "site.json: $.octavia.platform[0] (line 1): found \"[a\"; allowed: a regular expression (Invalid pattern '[a' "
            + "at offset 2. Unterminated [] set).",
        TestName = "A broken pattern of load balancers"
    )]
    [TestCase(
        """
            "octavia": { "platform": ["(?=a)b"] }
            """,
        "site.json: $.octavia.platform[0] (line 1): found \"(?=a)b\"; allowed: "
            + "a regular expression without look-around, "
            + "back-references and atomic groups.",
        TestName = "A pattern that may backtrack"
    )]
    [TestCase(
        """
            "waivers": [ { "item": "D-11.8", "owner": "me", "reason": "r", "expires": "2026-12-31" } ]
            """,
        "site.json: $.waivers[0].expires (line 1): found \"2026-12-31\"; allowed: "
            + "a moment with its zone, such as \"2026-12-31T00:00:00Z\".",
        "site.json: $.waivers[0].item (line 1): found \"D-11.8\"; allowed: "
            + "the tag of an item of the bar, D-011.1 to D-011.8, or a known issue such as D-045.",
        TestName = "A waiver of something that is no gate"
    )]
    [TestCase(
        """
            "budgets": { "failover": "10" }
            """,
        "site.json: $.budgets.failover (line 1): found \"10\"; allowed: a span such as \"10m\", \"90s\", "
            + "\"1h30m\" or \"00:10:00\".",
        TestName = "A span without a unit"
    )]
    [TestCase(
        """
            "name": "again"
            """,
        "site.json: $.name (line 1): found the key a second time; allowed: each key once.",
        TestName = "A key twice"
    )]
    [TestCase(
        """
            "maas": { "profile": "TODO: the profile's name" }
            """,
        "site.json: $.maas.profile (line 1): found \"TODO: the profile's name\"; allowed: the value of this site; "
            + "nobody has filled it in.",
        TestName = "A TODO"
    )]
    [TestCase(
        """
            "vault": { "threshold": 6 }
            """,
        "site.json: $.vault.threshold (line 1): found 6 of 5 shares; allowed: at most the 5 of $.vault.shares.",
        TestName = "A threshold above the shares"
    )]
    [TestCase(
        """
            "juju": null, "vault": []
            """,
        "site.json: $.vault (line 1): found a list; allowed: an object with threshold, shares, lastDrill, drilledBy, "
            + "drillHolds.",
        TestName = "A list for an object"
    )]
    [TestCase(
        """
            "jumphost": { "address": "jump", "path": ["bin"] }
            """,
        "site.json: $.jumphost.path[0] (line 1): found \"bin\"; allowed: an absolute path on the jumphost, "
            + "which is another host.",
        TestName = "A relative path on another host"
    )]
    [TestCase(
        """
            "permit": "destroy"
            """,
        "site.json: $.permit (line 1): found \"destroy\"; allowed: destroy only beside the controller's uuid in "
            + "$.juju.controllerUuid; else observe, mutate.",
        TestName = "Destroy without the controller's uuid"
    )]
    public void Says_where_what_was_found_and_what_is_allowed(string section, params string[] expected)
    {
        using var site = new SiteFolder().Holds(
            $$"""{ "name": "here", "credentials": { "environment": true }, {{section}} }"""
        );
        site.Problems().Should().Equal(expected);
    }

    [TestCase("674171fd28d446d3a37073b6a761e910")]
    [TestCase("0d00ddc1-d2bf-4849-a087-14c07d77f167")]
    [TestCase("192.0.2.40")]
    [TestCase("2001:db8::40")]
    public void An_id_where_a_name_belongs_is_refused(string id)
    {
        using var site = new SiteFolder().Holds(
            File.ReadAllText(SiteFolder.Template).Replace("\"provider-ext\"", $"\"{id}\"", StringComparison.Ordinal)
        );
        var line = File.ReadLines(site.File).TakeWhile(one => !one.Contains("externalNetwork")).Count() + 1;
        site.Problems()
            .Should()
            .Equal(
                $"site.json: $.workload.externalNetwork (line {line}): found \"{id}\"; allowed: a name, resolved live: "
                    + "an id or an address is minted anew at each rebuild (DOCFIX-034)."
            );
    }

    [TestCase("""{ "environment": true, "password": "hunter2" }""", "$.credentials.password", "hunter2")]
    [TestCase("""{ "openrc": "-----BEGIN PRIVATE KEY-----\nhunter2" }""", "$.credentials.openrc", "hunter2")]
    [TestCase("""{ "openrc": "gAAAAABkhunter2hunter2hunter2hunter2" }""", "$.credentials.openrc", "hunter2")]
    public void A_secret_is_refused_and_never_shown(string credentials, string path, string secret)
    {
        using var site = new SiteFolder().Holds($$"""{ "name": "here", "credentials": {{credentials}} }""");
        site.Problems()
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith($"site.json: {path} (line 1): found a")
            .And.NotContain(secret);
    }

    [TestCase("{}", "found no OpenStack credentials; allowed: exactly one of openrc, cloudsYaml, environment.")]
    [TestCase(
        """{ "openrc": "a", "environment": true }""",
        "found openrc and environment; allowed: exactly one of openrc, cloudsYaml, environment."
    )]
    [TestCase(
        """{ "openrc": "$HOME/admin-openrc" }""",
        "$.credentials.openrc (line 1): found \"$HOME/admin-openrc\"; allowed: "
            + "a path without variables (~ is the home, a relative one starts at the site file's folder)."
    )]
    [TestCase(
        """{ "cloudsYaml": "clouds.yaml" }""",
        "$.credentials.cloud (line 1): found nothing; allowed: which cloud of the clouds.yaml is meant (required "
            + "beside cloudsYaml)."
    )]
    public void Credentials_are_one_location(string credentials, string expected)
    {
        using var site = new SiteFolder().Holds($$"""{ "name": "here", "credentials": {{credentials}} }""");
        site.Problems().Should().ContainSingle().Which.Should().EndWith(expected);
    }

    [Test]
    public void Half_a_file_names_line_and_column()
    {
        using var site = new SiteFolder().Holds("{\n  \"name\": \"here\"\n  \"permit\": \"observe\" }");
        site.Problems()
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("site.json: line 3, column 3: found no JSON (");
    }

    [Test]
    public void A_file_that_is_not_there_is_named()
    {
        var read = () => new SiteReader().Read("/nowhere/site.json");
        read.Should()
            .Throw<SiteRefused>()
            .WithMessage(
                "/nowhere/site.json: $: found no such file; allowed: the path of a site file "
                    + "(sites/vr0-dc0.json is a template), or 'twin'."
            );
    }

    [Test]
    public void A_wait_that_nobody_knows_is_refused_where_the_waits_are_known()
    {
        using var site = new SiteFolder().Holds(
            """{ "name": "here", "credentials": { "environment": true }, "budgets": { "failovr": "10m" } }"""
        );
        new SiteReader(["cluster create", "failover"])
            .Examine(site.File)
            .Problems.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .EndWith("$.budgets.failovr (line 1): found an unknown wait; allowed: failover (near it), cluster create.");
    }

    [TestCase("D-O45", "a known issue such as D-045 (near it)")]
    [TestCase("nothing-near", "a known issue")]
    public void A_waiver_of_no_known_issue_is_refused_where_they_are_known(string item, string allowed)
    {
        using var site = new SiteFolder().Holds(Waiving(item, "keystone/0"));
        new SiteReader(null, ["D-045", "restart-3"])
            .Examine(site.File)
            .Problems.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .EndWith(
                $"$.waivers[0].item (line 1): found an unknown issue ({item}); "
                    + $"allowed: D-011.1 to D-011.8, or {allowed}."
            );
    }

    [Test]
    public void An_item_of_the_bar_has_no_victim()
    {
        using var site = new SiteFolder().Holds(Waiving("D-011.8", "keystone/0"));
        new SiteReader()
            .Examine(site.File)
            .Problems.Should()
            .ContainSingle()
            .Which.ToString()
            .Should()
            .EndWith("found a victim of D-011.8; allowed: a known issue's victim.");
    }

    private static string Waiving(string item, string victim) =>
        $$"""
            { "name": "here", "credentials": { "environment": true }, "waivers": [ { "item": "{{item}}", "victim": "{{victim}}",
            "owner": "me", "reason": "r", "expires": "2026-12-31T00:00:00Z" } ] }
            """;

    [Test]
    public void Files_that_are_not_there_are_told_apart_from_a_broken_site()
    {
        using var site = new SiteFolder().Holds(
            """{ "name": "here", "credentials": { "openrc": "admin-openrc", "ca": "site.json" }, "jumphost": { "path": ["bin"] } }"""
        );
        SiteFiles
            .Missing(site.Read(), "site.json")
            .Select(one => one.ToString())
            .Should()
            .Equal(
                $"site.json: $.credentials.openrc: found no such file, {site.Folder}/admin-openrc; allowed: "
                    + "a file that is there (correct the path, or put it there).",
                $"site.json: $.jumphost.path[0]: found no such folder, {site.Folder}/bin; allowed: "
                    + "a folder that is there (correct the path, or make it)."
            );
    }

    [Test]
    public void A_file_without_an_end_is_refused_at_the_bound()
    {
        var read = () => new SiteReader().Read("/dev/zero");
        read.Should().Throw<SiteRefused>().Which.Message.Should().Contain("it is longer than 8 MiB");
    }
}
