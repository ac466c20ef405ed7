using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>
/// What the next deploy would meet: the cloud serves, and is no longer what was planned, or can no longer be changed.
/// </summary>
internal static class BundleFaults
{
    private const string Vault = "vault";

    public static IEnumerable<Fault> All() => [RefreshedBesideTheBundle(), AnotherDefaultSpace(), CredentialRefused()];

    private static Fault RefreshedBesideTheBundle() =>
        new(
            "D-068",
            "the vault charm was refreshed to another track, and its bundle was not changed",
            world =>
            {
                var vault = world.Juju.Application(Vault);
                vault.Charm = vault.Bundled with { Channel = "1.16/stable", Revision = vault.Bundled.Revision + 70 };
                return vault.Name;
            },
            world =>
            {
                var vault = world.Juju.Application(Vault);
                vault.Charm = vault.Bundled;
            }
        );

    private static Fault AnotherDefaultSpace() =>
        new(
            "default-space",
            "the model was made without its default space: what is not bound elsewhere goes into alpha",
            world =>
            {
                world.Juju.DefaultSpace = "alpha";
                return world.Juju.Name;
            },
            world => world.Juju.DefaultSpace = JujuModel.PlannedSpace
        );

    private static Fault CredentialRefused() =>
        new(
            "model-suspended",
            "MAAS refuses the model's credential: juju sees every unit active, and acts on the cloud no more",
            world =>
            {
                world.Juju.CredentialRefused = ("cloud denied access", world.Now);
                return world.Juju.Name;
            },
            world => world.Juju.CredentialRefused = null
        );
}
