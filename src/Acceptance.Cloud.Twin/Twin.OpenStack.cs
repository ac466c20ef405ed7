using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.Wire.Identity;
using Acceptance.Cloud.Twin.Wire.Images;

namespace Acceptance.Cloud.Twin;

public sealed partial class Twin
{
    partial void ServeOpenStack(WireHost wire)
    {
        wire.Serve(new KeystoneWire(World));
        wire.Serve(new GlanceWire(World));
        wire.Serve(new CdnWire(World));
        wire.Open(World.Images.CdnAddress, 443, "cdn");
        foreach (var service in (string[])["keystone", "glance"]) wire.Open(World.Plan.Vip(service), World.Plan.Ports[service], service);
    }
}
