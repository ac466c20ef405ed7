using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Juju;

public class ModelIsTheExpectedOneTests
{
    public static Judged[] Cases =>
        [
            Judged.Kept("the site's own", () => Judge()),
            Judged.Kept("and its uuid", () => Judge(uuid: "u-1"), "edge:openstack answers with 1 units"),
            Judged.Broken(
                "another model",
                () => Judge(model: "openstack2"),
                "openstack2",
                null,
                "edge:openstack2 answered, the site names edge:openstack"
            ),
            Judged.Kept("a model with its owner", () => Judge(model: "admin/openstack")),
            Judged.Broken("a model with a longer name", () => Judge(model: "openstac"), "openstac", null),
            Judged.Broken("another controller", () => Judge(controller: "edge2"), "openstack", null),
            Judged.Broken("another uuid", () => Judge(uuid: "u-2"), "edge", null, "this is another cloud"),
            Judged.Unknown(
                "a model without units",
                () => ModelIsTheExpectedOne.Judge(Facts.Model(), new("edge", "u-1"), Facts.Juju, Facts.Read)
            ),
        ];

    public static Judged[] OfItsStatus =>
        [
            Judged.Kept("available", () => Status(ModelStatus.Available)),
            Judged.Broken(
                "suspended: it answers, and Juju can do nothing",
                () => Status(ModelStatus.Suspended, "credential is not valid"),
                "openstack",
                "model-suspended",
                "is suspended (credential is not valid): Juju can no longer act on the cloud"
            ),
            Judged.Unknown("a word that nobody knows", () => Status(State<ModelStatus>.Read("paused"))),
            Judged.Broken("on its way out", () => Status(ModelStatus.Destroying), "openstack", null, "no reason given"),
            Judged.Unknown("nothing said", () => Status(default)),
        ];

    [TestCaseSource(nameof(Cases))]
    [TestCaseSource(nameof(OfItsStatus))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Status(State<ModelStatus> status, string message = "") =>
        ModelIsTheExpectedOne.JudgeStatus(
            Facts.Model(Facts.Unit("a/0")) with
            {
                Name = "openstack",
                Status = status,
                StatusMessage = message,
            },
            Facts.Read
        );

    private static Verdict Judge(string model = "openstack", string controller = "edge", string? uuid = null) =>
        ModelIsTheExpectedOne.Judge(
            Facts.Model(Facts.Unit("a/0")) with
            {
                Name = model,
                Controller = controller,
            },
            new JujuController("edge", "u-1"),
            Facts.Juju with
            {
                ControllerUuid = uuid,
            },
            Facts.Read
        );
}
