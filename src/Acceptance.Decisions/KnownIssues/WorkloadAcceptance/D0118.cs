using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class D0118
{
    public const string Id = "D-011.8";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["D-019"],
            Kind = KnownIssueKind.Fault,
            Title = "tenant name resolution is not proven",
            Heading = "phase-08, D-011.8 (D-019)",
            Phases = ["phase-08"],
            Rung = "keystone",
            Symptom =
                "the zones are not proven: Designate is deferred, and its waiver is missing, over or " + "contradicted",
            SeenBy = [DnsIsDeferred.Check],
            FastConfirm = "`openstack catalog list -f value -c Type`: dns is in it, or is not",
            Cause = "Designate is deferred; a catalog that offers a DNS service contradicts the deferral",
            Consequences =
            [
                .. Follows
                    .Seen(
                        Docfix039.Id,
                        "the catalog offers another service that is not accounted for",
                        EveryServiceIsAccountedFor.Check
                    )
                    .Bound(Bond.SameVictim),
            ],
            Fix =
            [
                new(
                    "renew the waiver in the site with owner, reason and date, or prove the zones and drop it",
                    Observe
                ),
            ],
            Proof = "the waiver is in date and the catalog has no DNS service",
            Faults = ["D-011.8"],
            NearMisses =
            [
                new(
                    "names of tenants do not resolve",
                    "the subnet hands out another resolver; Designate is not part of it",
                    "`openstack subnet list -f value -c ID | xargs -r -n 1 openstack subnet show -c name -c "
                        + "dns_nameservers`: the resolvers that tenants get",
                    "deploy Designate for a wrong resolver",
                    "phase-08"
                ),
            ],
        };
}
