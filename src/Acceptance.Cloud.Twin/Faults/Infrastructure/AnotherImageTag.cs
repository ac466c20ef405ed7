namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>amp-image-tag-mismatch: octavia's option was changed, and the retrofit's was not.</summary>
internal static class AnotherImageTag
{
    private const string Option = "amp-image-tag";

    public static Fault Of() =>
        new(
            "amp-image-tag-mismatch",
            "Octavia looks for amphora images by another tag than the retrofit stamps: an image is built and active, "
                + "and nothing finds it.",
            world =>
            {
                var octavia = world.Juju.Application("octavia");
                octavia.Config[Option] = "octavia-amphora-jammy";
                return octavia.Name;
            },
            world =>
                world.Juju.Application("octavia").Config[Option] = world
                    .Juju.Application("octavia-diskimage-retrofit")
                    .Config[Option]
        );
}
