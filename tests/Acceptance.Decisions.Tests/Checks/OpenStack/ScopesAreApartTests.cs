using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ScopesAreApartTests
{
    private static readonly TokenFacts Admin = new("u", "admin", "p-admin", "admin", "admin_domain", ["admin"]);

    private static readonly TokenFacts Tenant = new("u", "admin", "p-capi", "capi", "domain", ["member"]);

    private static readonly Project Project = new("p-capi", "capi", "d", "domain", true);

    public static Judged[] Cases =>
        [
            Judged.Kept("each in its own", () => ScopesAreApart.Judge(Admin, Tenant, Facts.Workload, Facts.Read)),
            Judged.Broken(
                "another project",
                () => ScopesAreApart.Judge(Admin, Tenant with { ProjectName = "admin" }, Facts.Workload, Facts.Read),
                "capi",
                "scope-hygiene",
                "asked for domain/capi, the token is for domain/admin"
            ),
            Judged.Broken(
                "the same name in another domain",
                () =>
                    ScopesAreApart.Judge(Admin, Tenant with { ProjectDomain = "Default" }, Facts.Workload, Facts.Read),
                "capi",
                "scope-hygiene"
            ),
            Judged.Broken(
                "both in one",
                () => ScopesAreApart.Judge(Admin with { ProjectId = "p-capi" }, Tenant, Facts.Workload, Facts.Read),
                "capi",
                "scope-hygiene"
            ),
            Judged.Kept("a clean environment", () => ScopesAreApart.JudgeEnvironment(Facts.Shell("\n"), Facts.Read)),
            Judged.Broken(
                "a leaked variable",
                () => ScopesAreApart.JudgeEnvironment(Facts.Shell("OS_PROJECT_ID\nOS_TOKEN\n"), Facts.Read),
                "the jumphost",
                "scope-hygiene",
                "inherit OS_PROJECT_ID, OS_TOKEN"
            ),
            Judged.Unknown(
                "a shell that failed",
                () => ScopesAreApart.JudgeEnvironment(Facts.Shell("", 127, "env: not found"), Facts.Read),
                says: "env: not found"
            ),
            Judged.Kept(
                "the id of today",
                () => ScopesAreApart.JudgeResolved(Tenant, Project, Facts.Read),
                "domain/capi is p-capi today"
            ),
            Judged.Broken(
                "an id of yesterday",
                () => ScopesAreApart.JudgeResolved(Tenant with { ProjectId = "p-old" }, Project, Facts.Read),
                "capi",
                "DOCFIX-034"
            ),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();
}
