using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Sites;

public sealed class SiteReaderSpecs
{
    [Test]
    public void What_the_file_leaves_out_has_the_value_of_the_record()
    {
        using var site = new SiteFolder().Holds(SiteFolder.Smallest);
        var read = site.Read();
        read.Name.Should().Be("here");
        read.Permit.Should().Be("observe");
        read.Juju.Should().BeNull();
        read.Endpoints.Should().BeEmpty();
        read.Clock.At.Should().BeNull();
    }

    [Test]
    public void Comments_and_trailing_commas_are_read()
    {
        using var site = new SiteFolder().Holds(
            """
            // a site
            { "name": "here", /* inline */ "credentials": { "environment": true, }, "keep": true, }
            """
        );
        site.Read().Should().Match<Site>(read => read.Keep && read.Credentials.Environment);
    }

    [TestCase("openrc", "/folder/openrc")]
    [TestCase("../openrc", "/openrc")]
    [TestCase("~/admin-openrc", "/home/operator/admin-openrc")]
    [TestCase("/etc/openrc", "/etc/openrc")]
    public void A_path_starts_at_the_sites_folder_or_at_home(string written, string expected)
    {
        using var site = new SiteFolder().Holds($$"""{ "name": "here", "credentials": { "openrc": "{{written}}" } }""");
        site.Read()
            .Credentials.Openrc!.Replace(site.Folder, "/folder", StringComparison.Ordinal)
            .Replace(Path.GetDirectoryName(site.Folder)!, "", StringComparison.Ordinal)
            .Should()
            .Be(expected);
    }

    [TestCase("00:10:00", 600)]
    [TestCase("1.00:00:00", 86400)]
    [TestCase("10m", 600)]
    [TestCase("90s", 90)]
    [TestCase("1h", 3600)]
    [TestCase("1h30m", 5400)]
    [TestCase("180d", 15552000)]
    public void A_span_is_written_as_a_clock_or_with_units(string written, int seconds)
    {
        using var site = new SiteFolder().Holds(
            $$"""{ "name": "here", "credentials": { "environment": true }, "budgets": { "failover": "{{written}}" } }"""
        );
        site.Read().Budgets["failover"].Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Test]
    public void Sections_lists_tables_and_positional_records_become_what_they_say()
    {
        using var site = new SiteFolder().Holds(
            """
            {
              "name": "here", "credentials": { "environment": true },
              "juju": { "controller": "c", "model": "m", "expected": { "*": { "agent": ["idle"] }, "glance-simplestreams-sync": { "workload": ["unknown"] } } },
              "endpoints": [ { "service": "keystone", "url": "https://192.0.2.1:5000/v3", "codes": [200, 300] } ],
              "outOfScope": [ { "service": "product-streams", "because": "no route" } ],
              "waivers": [ { "item": "D-011.8", "owner": "me", "reason": "deferred", "expires": "2026-12-31T00:00:00Z" } ]
            }
            """
        );
        var read = site.Read();
        read.Juju!.Expected["glance-simplestreams-sync"].Workload.Should().Equal("unknown");
        read.Juju.Expected["*"].Workload.Should().Equal("active");
        read.Endpoints.Single().Codes.Should().Equal(200, 300);
        read.OutOfScope.Should().Equal(new SiteExclusion("product-streams", "no route"));
        read.Waivers.Single().Expires.Should().Be(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
    }

    [Test]
    public void A_path_on_a_jumphost_elsewhere_is_left_as_it_is()
    {
        using var site = new SiteFolder().Holds(
            """
            { "name": "here", "credentials": { "environment": true }, "jumphost": { "address": "jump.example", "path": ["/snap/bin"], "home": "/home/me" } }
            """
        );
        site.Read().Jumphost.Home.Should().Be("/home/me");
    }
}
