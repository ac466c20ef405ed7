using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Identity;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    partial void ServeOpenStack(WireHost wire)
    {
        wire.Serve(new KeystoneWire(World));
        foreach (var service in (string[])["keystone"]) wire.Open(World.Plan.Vip(service), World.Plan.Ports[service], service);
    }
}
