using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class D044
{
    public const string Id = "D-044";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "Horizon login cookie failure: the override for plain http is gone",
            Heading = "ops-restart-procedure, quick reference",
            Phases = ["restart"],
            Rung = "vips",
            Symptom = "Horizon login cookie failure: the login is taken, and the login page comes again",
            SeenBy = [DashboardKeepsLogins.Check],
            FastConfirm =
                $"`juju ssh -m {Model} {Unit} \"sudo grep -rhi --include=*.py '_cookie_secure *=' "
                + $"/etc/openstack-dashboard/local_settings.py "
                + $"/usr/share/openstack-dashboard/openstack_dashboard/local/local_settings.d | tail -n 2\"`: what is "
                + $"in force stands last, and is True",
            Shows = @"= True",
            Cause =
                "the charm's settings mark the cookies secure, which is right behind TLS; over the plain http of the "
                + "jumphost's proxy a browser never sends them back. _99_internal_http_cookies.py, which takes the "
                + "mark off, is gone, as after a unit was made anew or its package upgraded",
            Fix =
            [
                new(
                    $"restore the file: `juju ssh -m {Model} {Unit} \"sudo sed -n "
                        + $"'s/^\\(.*_cookie_secure\\) *=.*/\\1 = False/Ip' "
                        + $"/etc/openstack-dashboard/local_settings.py | sudo tee "
                        + $"/usr/share/openstack-dashboard/openstack_dashboard/local/local_settings.d/"
                        + $"_99_internal_http_cookies.py && sudo systemctl reload apache2\"`",
                    Mutate
                ),
            ],
            DoNots = ["do not edit the charm's own file: its next hook writes it anew"],
            Proof = "no dashboard unit marks a cookie secure, and a login holds",
            Faults = ["D-044"],
            NearMisses =
            [
                new(
                    "the login to the dashboard does not hold",
                    "the entry in other words: cookies are marked secure, and the page is served over http",
                    "`curl -skI \"https://$DASHBOARD/auth/login/\" | grep -i set-cookie`, with the dashboard's "
                        + "address: Secure, and the page is http",
                    "look for a wrong password",
                    "N107"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "the login to the dashboard holds now and then, and no cookie is marked secure",
                    "the units sign sessions each with its own secret, and another answers the next page",
                    "`curl -skI \"https://$DASHBOARD/auth/login/\" | grep -i set-cookie`, with the dashboard's "
                        + "address: no Secure",
                    "restore a file that is there: the charm's option secret makes them one",
                    "charm-openstack-dashboard, README"
                ),
            ],
        };
}
