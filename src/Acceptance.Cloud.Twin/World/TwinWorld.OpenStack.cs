using Acceptance.Cloud.Twin.Faults.Identity;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.World;

public sealed partial class TwinWorld
{
    /// <summary>Keystone: who may do what.</summary>
    public IdentityModel Identity { get; private set; } = null!;

    /// <summary>Glance, and the CDN from which the kube images come.</summary>
    public ImagesModel Images { get; private set; } = null!;

    partial void BuildOpenStack()
    {
        Identity = new IdentityModel(this);
        Images = new ImagesModel(this);
        foreach (var fault in IdentityFaults.All(this).Concat(ImageFaults.All()))
            Faults.Learn(fault);
    }
}
