using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Juju;

namespace Acceptance.Decisions.Tests.Checks.Juju;

/// <summary>Who plays a part is read from the charm: the same charm stands under several names.</summary>
public class RolesTests
{
    private static readonly JujuUnit[] Units =
    [
        Facts.Unit("ovn-chassis/0"),
        Facts.Unit("ovn-chassis-octavia/0"),
        Facts.Unit("edge-chassis/1"),
        Facts.Unit("ovn-central/0"),
    ];

    private static readonly JujuModel Model = Facts.Model(Units) with
    {
        Applications =
        [
            new JujuApplication("ovn-chassis", "ovn-chassis", 0, ["nova-compute"]),
            new JujuApplication("ovn-chassis-octavia", "ovn-chassis", 0, ["octavia"]),
            new JujuApplication("edge-chassis", "ovn-dedicated-chassis", 1, []),
            new JujuApplication("ovn-central", "ovn-central", 1, []),
        ],
    };

    [Test]
    public void Every_application_with_the_charm_plays_the_part() =>
        Playing(Model, []).Should().Equal("ovn-chassis/0", "ovn-chassis-octavia/0", "edge-chassis/1");

    [Test]
    public void The_site_may_name_one() =>
        Playing(Model, new() { [Roles.Chassis] = "edge-chassis" }).Should().Equal("edge-chassis/1");

    [Test]
    public void Without_charm_names_it_is_the_usual_application() =>
        Playing(Model with { Applications = [.. Model.Applications.Select(own => own with { CharmName = "" })] }, [])
            .Should()
            .Equal("ovn-chassis/0");

    private static IEnumerable<string> Playing(JujuModel model, Dictionary<string, string> roles) =>
        Units.Where(Roles.Players(model, Facts.Juju with { Roles = roles }, Roles.Chassis)).Select(unit => unit.Name);
}
