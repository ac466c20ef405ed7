using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;

namespace Acceptance.Worlds.Tests;

/// <summary>Worlds that are broken and then asked everything, nothing held back.</summary>
internal static class BrokenWorlds
{
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Breaks a fresh world and lets it settle; null where one of the faults finds no victim there.</summary>
    public static WirelessWorld? Broken(int seed, string kind, params IReadOnlyList<string> faults)
    {
        var world = WirelessWorld.Make(DrawnWorlds.Of(seed, kind));
        var victims = faults.Select(world.Break).ToArray();
        if (kind == "rebuilt")
        {
            world.MakeImageAndTemplate();
            world.MakeCluster();
        }
        else if (faults.Where((fault, index) => victims[index] is null && fault != "stuck-delete").Any())
        {
            return null;
        }

        if (faults.Contains("stuck-delete"))
            world.DeleteWorkload();
        world.Advance(Settled);
        return world;
    }

    public static Task<(IReadOnlyList<(Check Check, Verdict Verdict)> Judged, JujuModel? Model)> Survey(
        this DrawnWorld world
    ) => new Survey(world.Cloud, world.Cloud.Clock.TimeProvider).Ask();

    /// <summary>Seen of one verdict; null: the check was not asked.</summary>
    public static Effects Effect(Verdict verdict) =>
        verdict switch
        {
            Verdict.Broken => Effects.Red,
            Verdict.Unknown or Verdict.NotPermitted or Verdict.Waived { Underneath: Verdict.Unknown } =>
                Effects.Unknown,
            _ => Effects.Untouched,
        };
}
