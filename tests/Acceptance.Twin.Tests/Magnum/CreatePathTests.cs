using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>What a create fails of before Magnum's driver hears of it; Magnum's words name no cause.</summary>
[TestFixture]
public sealed class CreatePathTests
{
    private const string Trust = "Failed to create trustee or trust for Cluster: ";
    private const string Certificates = "Failed to create certificates for Cluster: ";

    [TestCase("D-046", Trust)]
    [TestCase("D-065", Trust)]
    [TestCase("D-067", Certificates)]
    [TestCase("vault-sealed", Certificates)]
    public void A_create_fails_within_a_minute_and_the_next_one_stands_when_the_cause_is_gone(string fault, string says)
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        faults.Inject(fault).Victim.Should().NotBeNull();
        var template = world.Prepare();
        var cluster = world.Ask(template);
        world.Pass(60);
        cluster.Status.Should().Be("CREATE_FAILED");
        cluster.StatusReason.Should().Be(says + cluster.Id);
        world.Magnum.LifeOf(cluster).Should().BeNull("no driver heard of it");

        faults.Heal(fault);
        var next = world.Ask(template);
        world.Pass(60);
        next.Status.Should().Be("CREATE_IN_PROGRESS");
    }

    [Test]
    public void A_create_by_an_application_credential_fails_at_the_trust()
    {
        var world = SmallWorld.New();
        var cluster = world.Magnum.Create(
            new ClusterRequest(world.Plan.Cluster, world.Prepare()) { ByApplicationCredential = true },
            world.Identity.Admin,
            world.Identity.Project(world.Plan.CapiProject)
        );
        world.Pass(60);
        cluster.StatusReason.Should().Be(Trust + cluster.Id);
    }

    [Test]
    public void The_charms_action_sets_the_domain_up_again()
    {
        var world = SmallWorld.New();
        world.Breakable().Inject("D-046");
        world.Trustees.Stands.Should().BeFalse();
        world.Trustees.SetUp();
        world.Trustees.SetUp();
        world.Trustees.Stands.Should().BeTrue();
        world.Identity.Domains.Should().ContainSingle(domain => domain.Name == "magnum");
        world.Identity.Users.Should().ContainSingle(user => user.Name == "magnum_domain_admin");
    }

    [Test]
    public void A_rule_that_an_operator_edits_on_one_unit_counts()
    {
        var world = SmallWorld.New();
        world.TrustPolicy.LetsTheTrustor.Should().BeTrue();
        world
            .Juju.Application("keystone")
            .Units[^1]
            .Machine.Files.Write("/etc/keystone/policy.d/trusts.yaml", "\"identity:create_trust\": \"!\"\n");
        world.TrustPolicy.LetsTheTrustor.Should().BeFalse();
    }
}
