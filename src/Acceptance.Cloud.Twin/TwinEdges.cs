using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.Personas;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Compute;
using Acceptance.Cloud.Twin.Wire.Dashboard;
using Acceptance.Cloud.Twin.Wire.Identity;
using Acceptance.Cloud.Twin.Wire.Images;
using Acceptance.Cloud.Twin.Wire.Kubernetes;
using Acceptance.Cloud.Twin.Wire.LoadBalancing;
using Acceptance.Cloud.Twin.Wire.Magnum;
using Acceptance.Cloud.Twin.Wire.Network;
using Acceptance.Cloud.Twin.Wire.Nginx;
using Acceptance.Cloud.Twin.Wire.Objects;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.Wire.Personas;
using Acceptance.Cloud.Twin.Wire.Secrets;
using Acceptance.Cloud.Twin.Wire.Ssh;
using Acceptance.Cloud.Twin.Wire.Volumes;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin;

/// <summary>Every service that a twin answers for, and the addresses at which it does.</summary>
internal static class TwinEdges
{
    public static void Open(
        TwinWorld world,
        FaultRegistry faults,
        PersonaCatalog personas,
        HostShells shells,
        WireHost wire,
        ControlDoor control
    )
    {
        wire.Serve(new ControlService(world, faults, wire, control));
        foreach (var service in AtVips(world))
        {
            wire.Serve(service);
            wire.Open(world.Plan.Vip(service.Role), world.Plan.Ports[service.Role], service.Role);
        }

        wire.Serve(new CdnWire(world));
        wire.Open(world.ImageCdn.Address, 443, "cdn");
        foreach (var service in OpenedByTheWorld(world))
            wire.Serve(service);
        wire.Serve(new PersonaService(world, personas, shells));
        wire.Open(world.Plan.Address(TwinAddresses.Own), TwinAddresses.PersonaPort, "persona");
    }

    /// <summary>The emulated operations of each OpenStack service, as "GET /v2.1/servers/{id}".</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> EmulatedOperations(WireHost wire) =>
        wire
            .Services.OfType<OpenStackService>()
            .ToDictionary(
                service => service.Role,
                service =>
                    (IReadOnlyList<string>)[.. service.Routes.Select(route => $"{route.Method} {route.Template}")],
                StringComparer.Ordinal
            );

    /// <summary>What is reached at a public VIP of its own.</summary>
    private static IEnumerable<WireService> AtVips(TwinWorld world) =>
        [
            new KeystoneWire(world),
            new GlanceWire(world),
            new CinderWire(world),
            new BarbicanWire(world),
            new HorizonWire(world),
            new RadosgwWire(world),
            new NovaWire(world),
            new PlacementWire(world),
            new NeutronWire(world),
            new OctaviaWire(world),
            new MagnumWire(world),
            .. world.Plan.Vips.ContainsKey("netbox") ? [new NetBoxWire(world)] : (WireService[])[],
        ];

    /// <summary>Whose addresses come and go with what stands behind them.</summary>
    private static IEnumerable<WireService> OpenedByTheWorld(TwinWorld world) =>
        [
            new ManagementApiService(world),
            new WorkloadApiService(world),
            new LoadBalancedService(world),
            new SshBanner(world),
            new NginxWire(world),
        ];
}
