using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// A healthy cloud in which every name, message, label, header, description and error text that a driver reads may
/// carry a canary: the tenants', the platform's, what stands on the wire, what programs print.
/// </summary>
internal sealed class HostileCloud : IAsyncDisposable
{
    private readonly HostileWire _wire;
    private readonly HostilePrograms _programs;

    private HostileCloud(int seed, bool broken)
    {
        Seed = seed;
        Canaries = new Canaries(seed);
        Twin = Twin.Start(new TwinOptions { World = "accepted", Seed = seed });
        new HostileTenant(Twin.World, Canaries).MoveIn(broken);
        new HostilePlatform(Twin.World, Canaries).Speak();
        _wire = new HostileWire(Twin.World, Canaries);
        _programs = new HostilePrograms(Twin.Bin, Canaries);
        Troubles =
        [
            .. HostilePrograms.All.SelectMany(program =>
                Manners(program, _programs.Have, Manner.Twisted, Manner.Refusing)
            ),
            .. _wire.Roles.SelectMany(role =>
                Manners(role, _wire.Have, Manner.Twisted, Manner.Refusing, Manner.Redirecting, Manner.Overlong)
            ),
        ];
        SiteFile = Path.Combine(_programs.Folder, "site.json");
        var site = JsonNode.Parse(File.ReadAllText(Twin.SiteFile))!;
        site["jumphost"]!["path"] = new JsonArray(_programs.Folder, Twin.Bin);
        File.WriteAllText(SiteFile, site.ToJsonString());
    }

    public int Seed { get; }

    public Canaries Canaries { get; }

    public Twin Twin { get; }

    /// <summary>The twin's own, with hostile programs first on the path.</summary>
    public string SiteFile { get; }

    /// <summary>Every service and program in every manner but the true one.</summary>
    public IReadOnlyList<Trouble> Troubles { get; }

    /// <summary>With a tenant whose load balancers are in ERROR, where something is to be found.</summary>
    public static HostileCloud Of(int seed, bool broken = false) => new(seed, broken);

    public async ValueTask DisposeAsync()
    {
        await _wire.DisposeAsync();
        await Twin.DisposeAsync();
        _programs.Dispose();
        Canaries.Dispose();
    }

    private static IEnumerable<Trouble> Manners(string who, Action<string, Manner> have, params Manner[] manners) =>
        manners.Select(manner => new Trouble($"{who} {manner}", () => have(who, manner), () => have(who, Manner.True)));
}
