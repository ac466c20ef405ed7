using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class Docfix034
{
    public const string Id = "DOCFIX-034";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a project id was taken from a document",
            Heading = "phase-08, capi-mgmt-scoped preamble",
            Phases = ["phase-08"],
            Rung = "keystone",
            Symptom = "a call in a tenant's scope is refused, or asks another project than the one meant",
            SeenBy = [ScopesAreApart.Resolved],
            FastConfirm =
                $"`openstack project show {TenantProject} --domain {TenantDomain} -f value -c id`, as admin: "
                + $"not the id that was used",
            Cause = "ids are minted anew at every rebuild; the one written down belongs to a cloud that is gone",
            Fix =
            [
                new(
                    $"`openstack project show {Victim} --domain {TenantDomain} -f value -c id`, as admin, at each "
                        + $"use",
                    Observe
                ),
            ],
            Proof = "the token's project is the one that the name resolves to today",
            NearMisses =
            [
                new(
                    "a project is not found",
                    "the call is in another scope or domain, and the id is today's",
                    $"`openstack project list --domain {TenantDomain} -f value -c ID -c Name`: the id is there",
                    "write today's id into a document",
                    "phase-08"
                ),
            ],
        };
}
