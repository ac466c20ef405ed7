using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Vault;
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
        {
            var servers = answering.ToDictionary(unit => unit.Name, Server);
            return servers.Values.All(server => server is { Running: true })
                ? readings.Seen<IReadOnlyDictionary<string, SealStatus>>(
                    question,
                    servers.ToDictionary(one => one.Key, one => Status(one.Value!))
                )
                : readings.Unread<IReadOnlyDictionary<string, SealStatus>>(question, Unreadable.Failed);
        }
    }

    private static bool Answers(JujuUnit unit) =>
        !unit.Agent.Unsaid && unit.Agent.Known is not (AgentStatus.Lost or AgentStatus.Failed);

    private VaultServer? Server(JujuUnit unit) => world.VaultOn(world.Juju.FindUnit(unit.Name)!.Machine);

    private static SealStatus Status(VaultServer vault) =>
        new(
            vault.Initialized,
            vault.Sealed,
            vault.Threshold,
            vault.Shares.Count,
            vault.Progress,
            vault.StorageType,
            vault.HasPeers,
            vault.Version
        );
}
