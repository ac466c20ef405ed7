using System.Text;
using Acceptance.Surroundings;

namespace Acceptance.Conformance.Tests.Worlds;

/// <summary>
/// Several at once, in small: `dotnet run --project tests/Acceptance.Benchmarks -- crowd` is the measure.
/// </summary>
public sealed class CrowdTests
{
    private const int Clients = 8;
    private const int Twins = 4;

    private static readonly string[] Lines =
    [
        "juju status --format=short",
        "maas admin machines read",
        "curl -sf \"$OS_AUTH_URL\"",
        "sudo virsh list --all",
        "juju ssh vault/0 -- 'VAULT_ADDR=http://127.0.0.1:8200 vault status' </dev/null",
        "juju exec --application ovn-chassis -- hostname",
    ];

    [Test]
    public async Task Clients_at_once_on_twins_at_once_each_get_their_own_answer()
    {
        await TestContext.Out.WriteLineAsync($"seed {Breadth.Seed}: ACCEPTANCE_SEED repeats it");
        var random = new Random(Breadth.Seed);
        var runs = Enumerable.Range(0, Twins).Select(_ => TwinRun.Of([], ["bash", "-c", Block(random)])).ToList();
        foreach (var ran in await Task.WhenAll(runs))
        {
            ran.Exit.Should().Be(0, ran.Error);
            ran.Output.Split('\n').Count(line => line == "answered").Should().Be(Clients, ran.Error + ran.Output);
        }
    }

    [Test]
    public async Task A_scaled_world_is_one_cloud_in_every_list()
    {
        const string block = """
            maas admin machines read | jq '[.[] | select(.hostname | startswith("openstack"))] | length'
            sudo virsh list --all --name | grep -c openstack
            juju machines --format=json | jq '.machines | length'
            juju status nova-compute --format=json | jq '.applications."nova-compute".units | length'
            curl -sf "${ACCEPTANCE_CONTROL}state" | jq -c '[.hosts, .servers, .loadBalancers]'
            """;
        var ran = await TwinRun.Of(["--scale", "hosts=8,servers=40,loadbalancers=5"], ["bash", "-c", block]);
        ran.Output.Should().Be("8\n8\n8\n8\n[8,40,5]\n", ran.Error);
    }

    [TestCase(
        "hosts=2",
        "--scale: found 'hosts=2'; allowed: hosts=4 to 1000, servers=0 to 10000, loadbalancers=0 to 10000, "
            + "separated by commas"
    )]
    [TestCase(
        "servers=4000",
        "--scale: found 4000 servers and 0 load balancers on 4 hosts; allowed: what their memory holds: "
            + "hosts=224 for these"
    )]
    public async Task A_scale_that_cannot_be_is_refused(string scale, string says)
    {
        var ran = await TwinRun.Of(["--scale", scale], ["true"]);
        ran.Exit.Should().Be(2);
        ran.Error.Should().Contain(says);
    }

    private static string Block(Random random)
    {
        var block = new StringBuilder("source ~/admin-openrc\n");
        for (var client = 0; client < Clients; client++)
            block.Append($"( out=$({Lines[random.Next(Lines.Length)]}) && [ -n \"$out\" ] && echo answered ) &\n");
        return block.Append("wait\n").ToString();
    }
}
