using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.IdentityAndOpenrc;

public static class Docfix022
{
    public const string Id = "DOCFIX-022";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "discover the admin project; do not hardcode it",
            Heading = "appendix-A, Identity / openrc",
            Phases = ["phase-03"],
            Rung = "keystone",
            Symptom = "with TLS working, keystone returns HTTP 401",
            SeenBy = [ScopeIsRight.Check],
            FastConfirm = "`openstack token issue` is refused with 401, and a token without a scope is issued",
            Shows = @"HTTP 401",
            Cause =
                "the credential is good, the scope is wrong: the openrc names a project that the user cannot "
                + "scope to",
            Consequences =
            [
                .. Follows.Unknown(
                    "it is still refused with the right openrc",
                    GuestsRun.Check,
                    DnsIsDeferred.Check,
                    ImageStandsAlone.Check,
                    BaselineStands.Check,
                    TrustsCanBeMade.Login,
                    ScopesAreApart.Check,
                    ScopesAreApart.Resolved,
                    EveryServiceIsAccountedFor.Check,
                    HypervisorsAreUp.Check,
                    FloatingIpsAnswer.Check,
                    LoadBalancersServe.Check,
                    AmphoraeAreAllocated.Check,
                    RoomForOneAmphora.Check,
                    TrusteeDomainIsSetUp.Check,
                    TenantSetupStands.Roles,
                    ImageIsReadable.Check,
                    ImageCarriesItsVersion.Check,
                    TemplateIsAsWritten.Check,
                    TenantSetupStands.Credential
                ),
            ],
            Fix =
            [
                new(
                    $"the openrc scopes to {Victim}; the first project that issues a scoped token goes into it: "
                        + $"`for PROJECT in $(env -u OS_PROJECT_NAME openstack project list "
                        + $"-f value -c Name); do OS_PROJECT_NAME=\"$PROJECT\" openstack token issue -f value "
                        + $"-c project_id && sed -i \"s/^export OS_PROJECT_NAME=.*/export OS_PROJECT_NAME=$PROJECT/\" "
                        + $"{Openrc} && break; done`",
                    Mutate
                ),
            ],
            Proof = "Keystone issues a scoped token",
            Faults = ["DOCFIX-022"],
            NearMisses =
            [
                new(
                    "401 for a user and a project that exist",
                    "the user has no role on that project, which Keystone words as 401",
                    "`openstack role assignment list --user \"$OS_USERNAME\" --names`: none on it; a token "
                        + "without a scope works, one with a scope fails for each project",
                    "try project after project: the role is to be granted",
                    "N104"
                ),
                new(
                    "one and the same call is answered now so and now so, by which keystone unit it meets",
                    "the caches of the units disagree, or memcached keeps entries of before an upgrade",
                    $"`juju config -m {Model} keystone enable-cache`, and the call at each unit's own address: "
                        + $"the answers differ by unit",
                    "change credentials: say that it differs by unit",
                    "N106"
                ),
            ],
        };
}
