using Acceptance.Cloud.Twin.Faults.Endpoints;
using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Dashboard;
using Acceptance.Cloud.Twin.Wire.Identity;
using Acceptance.Cloud.Twin.Wire.Images;
using Acceptance.Cloud.Twin.Wire.Secrets;
using Acceptance.Cloud.Twin.Wire.Volumes;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    partial void ServeOpenStack(WireHost wire)
    {
        wire.Serve(new KeystoneWire(World));
        wire.Serve(new GlanceWire(World));
        wire.Serve(new CdnWire(World));
        wire.Serve(new CinderWire(World));
        wire.Serve(new BarbicanWire(World));
        wire.Serve(new HorizonWire(World));
        wire.Open(World.Images.CdnAddress, 443, "cdn");
        foreach (var service in (string[])["keystone", "glance", "cinder", "barbican", "horizon"])
            wire.Open(World.Plan.Vip(service), World.Plan.Ports[service], service);
        wire.Open(World.Plan.Vip("horizon-2"), World.Plan.Ports["horizon-2"], "horizon");
        foreach (var fault in EndpointFaults.All(World.Plan, wire))
            World.Faults.Learn(fault);
        World.Identity.OpenRcChanged += RewriteOpenRc;
    }

    /// <summary>The operator's admin-openrc, if it is there, scopes to what Identity now says.</summary>
    private void RewriteOpenRc()
    {
        var file = Path.Combine(Home, "admin-openrc");
        if (!File.Exists(file))
            return;
        var lines = File.ReadAllLines(file)
            .Select(line =>
                line.StartsWith("export OS_PROJECT_NAME=", StringComparison.Ordinal)
                    ? $"export OS_PROJECT_NAME={World.Identity.OpenRcProject}"
                    : line
            );
        File.WriteAllText(file, string.Join('\n', lines) + '\n');
    }
}
