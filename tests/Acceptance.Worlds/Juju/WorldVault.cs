using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Vault;

namespace Acceptance.Worlds.Juju;

/// <summary>Vault, on the units whose agent answers.</summary>
internal sealed class WorldVault(TwinWorld world, Site site, WorldReadings readings, IJuju juju) : IVault
{
    public async Task<Reading<IReadOnlyDictionary<string, SealStatus>>> SealStatus(CancellationToken cancel = default)
    {
        const string question = "vault status";
        var model = await juju.Status(cancel);
        if (model is not Reading<JujuModel>.Seen { Value: var known })
            return model.As<IReadOnlyDictionary<string, SealStatus>>();
        JujuUnit[] units = [.. known.Units.Where(Roles.Players(known, site.Juju!, Roles.Vault))];
        if (units.Length == 0)
            return readings.Unread<IReadOnlyDictionary<string, SealStatus>>(question, Unreadable.NotFound);
        JujuUnit[] answering = [.. units.Where(Answers)];
        if (answering.Length == 0)
            return readings.Unread<IReadOnlyDictionary<string, SealStatus>>(question, Unreadable.Unreachable);
        lock (world.Gate)
            return world.Vault.Running
                ? readings.Seen<IReadOnlyDictionary<string, SealStatus>>(
                    question,
                    answering.ToDictionary(unit => unit.Name, _ => Status())
                )
                : readings.Unread<IReadOnlyDictionary<string, SealStatus>>(question, Unreadable.Failed);
    }

    private static bool Answers(JujuUnit unit) =>
        !unit.Agent.Unsaid && unit.Agent.Known is not (AgentStatus.Lost or AgentStatus.Failed);

    private SealStatus Status()
    {
        var vault = world.Vault;
        return new(
            vault.Initialized,
            vault.Sealed,
            vault.Threshold,
            vault.Shares.Count,
            vault.Progress,
            vault.StorageType,
            false,
            vault.Version
        );
    }
}
