using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Waits;

namespace Acceptance.Live.Tests.Sites;

/// <summary>The twin's own site, read by the reader that reads a real one.</summary>
public sealed class TwinSiteSpecs
{
    [Test]
    public async Task It_reads_without_a_problem_and_is_the_twins()
    {
        await using var twin = Twin.Start(new TwinOptions { FirstBlock = 50 });
        var site = new SiteReader(Budgets.ByName.Keys).Read(twin.SiteFile);
        SiteFiles.Unusable(site, twin.SiteFile).Should().BeEmpty();
        site.Clock.At.Should().Be(twin.Control);
        site.FaultsAt.Should().Be(twin.Control);
        site.Permit.Should().Be("destroy");
        site.Jumphost.Home.Should().Be(twin.Home);
        site.Juju!.Expected["glance-simplestreams-sync"].Workload.Should().Equal("unknown");
        site.Juju.Expected["mysql-innodb-cluster"].Units.Should().Be(3);
        site.Endpoints.Should()
            .HaveCount(11)
            .And.OnlyContain(endpoint => endpoint.Url.Host.StartsWith($"127.{twin.Block}.4."));
        site.Workload!.Image.Sha512.Should().Be(twin.World.ImageCdn.Sha512);
        site.Vault!.LastDrill.Should().Be(twin.World.Plan.DeployedAt);
    }
}
