using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.World;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Runs.Tests.Hostile;

namespace Acceptance.Runs.Tests.Dark;

/// <summary>A healthy cloud of which one thing after the other cannot be asked.</summary>
internal sealed class DarkCloud : IAsyncDisposable
{
    private readonly ProgramsAway _programs;
    private readonly Twin _twin = Twin.Start(new TwinOptions { World = "accepted" });

    public DarkCloud()
    {
        _programs = new ProgramsAway(_twin.Bin, _twin.SiteFile);
        var fronts = HostileWire.FrontsOf(_twin.World);
        foreach (var front in fronts)
        {
            front.Certificate.Dispose();
            front.Administrator?.Dispose();
        }

        All =
        [
            .. OfPrograms(),
            .. OfPorts(fronts),
            .. fronts.Select(front => front.Role).Distinct().Select(HalfAnswered),
        ];
    }

    /// <summary>The twin's own, with programs that can be taken away.</summary>
    public string SiteFile => _programs.SiteFile;

    public string Home => _twin.Home;

    public IReadOnlyList<Darkness> All { get; }

    private IListeners Listeners => _twin.World.Listeners;

    public async ValueTask DisposeAsync()
    {
        await _twin.DisposeAsync();
        _programs.Dispose();
    }

    private IEnumerable<Darkness> OfPrograms() =>
        [
            .. new[] { "juju", "maas", "sudo", "ssh" }.Select(program => new Darkness(
                $"the jumphost has no {program}",
                () => _programs.Take(program),
                () => _programs.PutBack(program)
            )),
            OfUnits("socat", NoBackendIsDown.Check),
            OfUnits("ovn-appctl", EveryChassisIsConnected.Check),
            OfUnits("vault", VaultIsUnsealed.Check, VaultIsUnsealed.Threshold),
            OfUnits("grep", EveryComputeUnitReserves.Check),
            OfUnits("pip3", ConductorRunsTheDriver.Check),
            OfUnits("stat"),
            OfUnits("k8s", ManagementIsReady.Check),
            OfUnits("curl", TenantReachesTheVip.Service),
            new(
                "sudo asks units for a password",
                _programs.RefuseSudo,
                _programs.PutBackOnUnits,
                NoBackendIsDown.Check,
                EveryChassisIsConnected.Check,
                EveryComputeUnitReserves.Check
            ),
        ];

    private IEnumerable<Darkness> OfPorts(IEnumerable<WireFront> fronts) =>
        fronts
            .GroupBy(front => front.Name)
            .Select(group => new Darkness(
                $"{group.Key} is dark",
                () => Each(group, front => Listeners.Close(front.Address, front.Port)),
                () => Each(group, front => Listeners.Open(front.Address, front.Port, front.Role))
            ));

    private Darkness OfUnits(string program, params IReadOnlyList<Check> asked) =>
        new($"units have no {program}", () => _programs.TakeFromUnits(program), _programs.PutBackOnUnits, asked);

    private Darkness HalfAnswered(string role)
    {
        var rule = new EndpointRule(role, "", Misbehaviour.HalfWritten);
        return new($"{role} answers half", () => Listeners.Add(rule), () => Listeners.Remove(rule));
    }

    private static void Each(IEnumerable<WireFront> fronts, Action<WireFront> act)
    {
        foreach (var front in fronts)
            act(front);
    }
}
