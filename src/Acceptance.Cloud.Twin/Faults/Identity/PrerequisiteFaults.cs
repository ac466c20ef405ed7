using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Faults.Identity;

/// <summary>What breaks between a create and Magnum's driver: trustee, trust, certificate store.</summary>
internal static class PrerequisiteFaults
{
    public static IEnumerable<Fault> All()
    {
        yield return new Fault(
            "D-046",
            "The action domain-setup of the magnum charm was never run: "
                + "Magnum has no domain to make a trustee in, and [trust] of magnum.conf is empty.",
            world =>
            {
                world.Trustees.Forget();
                return world.Juju.Application("magnum").Units[0].Name;
            },
            world => world.Trustees.SetUp()
        );
        yield return new Fault(
            "D-065",
            "Keystone has no policyd override: the base policy's rule for making a trust never resolves, "
                + "and every caller gets 403.",
            world =>
            {
                world.TrustPolicy.TakeOverride();
                return world.Juju.Application("keystone").Units[0].Name;
            },
            world => world.TrustPolicy.PutOverride()
        );
        yield return ByApplicationCredential();
        yield return new Fault(
            "D-067",
            "Barbican leaves for Vault by another plane than the one its AppRole is bound to: "
                + "Vault refuses its address, and Barbican answers 500.",
            world =>
            {
                world.Secrets.LeavesBy = "metal-admin";
                return world.Secrets.Units[0].Name;
            },
            world => world.Secrets.LeavesBy = "metal-internal"
        );
    }

    private static Fault ByApplicationCredential()
    {
        AppCredential? minted = null;
        return new Fault(
            "D-066",
            "admin-openrc logs in with an unrestricted application credential, which may make no trust.",
            world =>
            {
                minted = Mint(world);
                world.Identity.LogInWith(minted);
                return world.Identity.Admin.Name;
            },
            world =>
            {
                world.Identity.LogInWith(null);
                if (minted is not null)
                    world.Identity.AppCredentials.All.Remove(minted);
            }
        );
    }

    private static AppCredential Mint(TwinWorld world) =>
        world.Identity.AppCredentials.Mint(
            world.Identity.Admin,
            world.Identity.Project(world.Plan.AdminProject),
            [],
            $"openrc-{world.NewSuffix(6)}",
            null,
            null,
            null,
            unrestricted: true
        );
}
