using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.OpenStack;
using Acceptance.Reporting.Standing;

namespace Acceptance.Live.Tests.Cases;

/// <summary>Who asks, in which scope, and what a red scenario of Keystone's layer says.</summary>
public sealed class IdentityCases
{
    [Test]
    public async Task C01_a_role_is_a_role_in_any_letters()
    {
        await using var cloud = new RestCloud(http =>
        {
            http.Response.Headers["X-Subject-Token"] = "issued";
            return http.Request.Path == "/v3/auth/tokens" ? (201, CaseInput.Text("C01-token-role-Admin.json")) : null;
        });
        ScopeIsRight
            .Judge(await cloud.OpenStack.Token(Scope.Admin), null)
            .Aloud("C01", "a token whose role is called Admin")
            .Should()
            .BeOfType<Verdict.Kept>();
    }

    [Test]
    public async Task L05_a_disabled_project_is_no_candidate_and_is_said()
    {
        await using var cloud = new RestCloud(http =>
        {
            http.Response.Headers["X-Subject-Token"] = "unscoped";
            return (http.Request.Path.Value, ((string)http.Items["body"]!).Contains("\"scope\"")) switch
            {
                ("/v3/auth/projects", _) => (
                    200,
                    """{"projects": [{"id": "1", "name": "admin", "enabled": false}, {"id": "2", "name": "ops", "enabled": true}]}"""
                ),
                ("/v3/auth/tokens", true) => (
                    401,
                    """{"error": {"code": 401, "message": "The request you have made requires authentication."}}"""
                ),
                _ => (201, """{"token": {"user": {"id": "u1", "name": "admin"}}}"""),
            };
        });
        var diagnosis = await cloud.OpenStack.DiagnoseScope();
        diagnosis.Value().PossibleProjects.Should().Equal("ops");
        ScopeIsRight
            .Judge(await cloud.OpenStack.Token(Scope.Admin), diagnosis)
            .Aloud("L05", "the openrc scopes to a project that is disabled")
            .Sentence.ToString()
            .Should()
            .Contain("the project admin that the openrc scopes to is disabled");
    }

    [Test]
    public async Task L10_a_member_that_is_rightly_scoped_has_no_admin_role_and_no_wrong_scope()
    {
        await using var cloud = new RestCloud(http =>
        {
            http.Response.Headers["X-Subject-Token"] = "issued";
            var roles = """[{"name": "member"}, {"name": "reader"}]""";
            return http.Request.Path == "/v3/auth/tokens" ? (201, Token("ada", "ops", roles)) : null;
        });
        ScopeIsRight
            .Judge(await cloud.OpenStack.Token(Scope.Admin), null)
            .Aloud("L10", "a rightly scoped token with the roles member and reader")
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Findings.Single()
            .Entry.Should()
            .BeNull();
    }

    [Test]
    public void L14_a_red_scenario_is_no_red_rung()
    {
        CatalogService[] catalog = [new("dns", "designate", null)];
        var found = Diagnosis.Of([], [DnsScenario(DnsIsDeferred.Judge(catalog, Evidence.None))])!;
        var cause = new RedCause(found, Unknown: false, found.SeenBy, Evidence.None, []);
        var said = $"{cause.Where}: {cause.What}";
        ReadAloud.Say("L14", "every rung that was asked is kept, one scenario of Keystone's layer is red", [said]);
        said.Should().StartWith("The lowest red layer is keystone, by the scenario \"DNS is deferred\"");
    }

    [Test]
    public async Task L17_a_refused_application_credential_is_named_as_one()
    {
        await using var cloud = new RestCloud(
            _ => (401, """{"error": {"code": 401, "message": "The request you have made requires authentication."}}"""),
            asking: one =>
                one with
                {
                    Password = null,
                    User = null,
                    Project = null,
                    ApplicationCredentialId = "ac1",
                    ApplicationCredentialSecret = "s3cret-of-it",
                }
        );
        (await cloud.OpenStack.Token(Scope.Admin))
            .Aloud("L17", "an application credential whose secret is wrong", token => token.UserName)
            .Unread(Unreadable.Unauthorised)
            .Sentence.ToString()
            .Should()
            .StartWith("Keystone refused the application credential ac1 (401)")
            .And.NotContainAny("password", "project");
    }

    [Test]
    public async Task L18_an_application_credential_by_name_is_asked_with_its_user()
    {
        await using var cloud = new RestCloud(
            _ => null,
            asking: one =>
                one with
                {
                    Password = null,
                    Project = null,
                    ApplicationCredentialName = "backup",
                    ApplicationCredentialSecret = "s3cret-of-it",
                }
        );
        (await cloud.OpenStack.Token(Scope.Admin))
            .Aloud("L18", "an application credential by its name and user", token => $"a token of {token.UserName}")
            .Value()
            .UserName.Should()
            .Be("admin");
        cloud
            .TokenRequests.Single()
            .Should()
            .Contain(
                "\"application_credential\":{\"secret\":\"s3cret-of-it\",\"name\":\"backup\",\"user\":{\"name\":\"admin\",\"domain\":{\"name\":\"admin_domain\"}}}"
            )
            .And.NotContain("\"scope\"");
    }

    private static string Token(string user, string project, string roles) =>
        $$"""
            {"token": {"user": {"id": "u1", "name": "{{user}}"}, "roles": {{roles}}, "catalog": [],
             "project": {"id": "p1", "name": "{{project}}", "domain": {"name": "admin_domain"} } } }
            """;

    private static ScenarioRecord DnsScenario(Verdict verdict) =>
        new(
            "deferred",
            "",
            "DNS is deferred",
            "deferred.feature",
            ["Acceptance"],
            "keystone",
            Permit.Observe,
            [],
            verdict,
            default,
            default,
            default,
            []
        );
}
