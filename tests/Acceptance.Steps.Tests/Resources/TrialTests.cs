using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Resources;

/// <summary>What is tried before a create: made once, taken away again, told to the checks, journalled.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TrialTests : IDisposable
{
    private static readonly TokenFacts Me = new("u", "ada", "p", "capi", "domain", ["member"]);

    private readonly StateFolder _state = new();
    private readonly HandClock _clock = new();
    private readonly SmallCloud _cloud = new();
    private readonly FactBook _facts = new(
        new Site { Name = "edge-lab", Credentials = new SiteCredentials() },
        DateTimeOffset.UnixEpoch
    );
    private readonly List<string> _asked = [];
    private readonly Journal _journal;

    public TrialTests()
    {
        _journal = new Journal(_state.Path, "run-abcdef", _clock);
        _facts.Put(IdentityFacts.TenantToken, new Reading<TokenFacts>.Seen(Me, Evidence.None));
    }

    public void Dispose() => _state.Dispose();

    [Test]
    public async Task A_trust_of_ours_to_ourselves_is_made_once_and_taken_back()
    {
        var trial = Trust(Read.Seen("t-1"));
        await trial.Try();
        await trial.Try();
        _asked.Should().Equal("create u to u on p as member until 22:20", "delete t-1");
        (await _facts.Read(PrerequisiteFacts.TrustMade)).ValueOrDefault.Should().Be("t-1");
        NothingIsLeft();
    }

    [Test]
    public async Task A_trust_that_is_refused_is_told_to_the_checks_and_is_no_failure_of_the_trial()
    {
        await Trust(Read.Unread<string>(Unreadable.Forbidden, "403")).Try();
        _asked.Should().ContainSingle();
        (await _facts.Read(PrerequisiteFacts.TrustMade))
            .Should()
            .BeOfType<Reading<string>.Unread>()
            .Which.Why.Should()
            .Be(Unreadable.Forbidden);
        _journal.Mutations.Should().ContainSingle().Which.Outcome.Should().Be(DeedOutcome.Failed);
    }

    [Test]
    public async Task A_secret_is_stored_once_and_taken_away()
    {
        await Secret(Read.Seen("s-1")).Try();
        _asked.Should().Equal("store acceptance-secret-abcdef until 22:20", "delete s-1");
        (await _facts.Read(PrerequisiteFacts.SecretStored)).ValueOrDefault.Should().Be("s-1");
        NothingIsLeft();
    }

    [Test]
    public async Task Under_observe_nothing_is_tried()
    {
        var trials = new Func<Task>[]
        {
            () => Trust(Read.Seen("t"), Permit.Observe).Try(),
            () => Secret(Read.Seen("s"), Permit.Observe).Try(),
        };
        foreach (var trial in trials)
            (await trial.Should().ThrowAsync<VerdictException>())
                .Which.Verdict.Should()
                .BeOfType<Verdict.NotPermitted>();
        _asked.Should().BeEmpty();
        _journal.Mutations.Should().BeEmpty();
    }

    [Test]
    public async Task What_a_dead_runs_trial_made_ends_by_itself_and_is_not_swept()
    {
        await Trust(Read.Unread<string>(Unreadable.TimedOut, "no answer")).Try();
        List<string> said = [];
        await Sweeper(new Journal(_state.Path, "run-next", _clock), said).Sweep();
        said.Should().BeEmpty();
    }

    private void NothingIsLeft() =>
        new Journal(_state.Path, "run-next", _clock).LeftBehind.Should().BeEmpty("what was made was taken away");

    private TrustTrial Trust(Task<Reading<string>> made, Permit permit = Permit.Mutate) =>
        new(
            Port<IIdentity>.That(
                (nameof(IIdentity.CreateTrust), asked => Asked(Of((TrustRequest)asked[1]!), made)),
                (nameof(IIdentity.DeleteTrust), asked => Asked($"delete {asked[1]}", Read.Seen(Done.It)))
            ),
            Scope.Admin,
            Deeds(permit),
            _facts,
            _clock
        );

    private SecretTrial Secret(Task<Reading<string>> stored, Permit permit = Permit.Mutate) =>
        new(
            Port<ISecrets>.That(
                (
                    nameof(ISecrets.Store),
                    asked =>
                        Asked(
                            asked[1] is SecretRequest wanted ? $"store {wanted.Name} until {wanted.Expires:HH:mm}" : "",
                            stored
                        )
                ),
                (nameof(ISecrets.Delete), asked => Asked($"delete {asked[1]}", Read.Seen(Done.It)))
            ),
            Deeds(permit),
            _facts,
            _clock
        );

    private static string Of(TrustRequest wanted) =>
        $"create {wanted.TrustorId} to {wanted.TrusteeId} on {wanted.ProjectId} as {wanted.Role} "
        + $"until {wanted.Expires:HH:mm}";

    private Task<Reading<T>> Asked<T>(string question, Task<Reading<T>> answer)
    {
        _asked.Add(question);
        return answer;
    }

    // A run that holds no lock tells the cloud nothing.
    private Deeds Deeds(Permit permit) =>
        new(
            permit,
            new CloudHold(
                "run-abcdef",
                SmallCloud.Workload,
                Port<IIdentity>.That(),
                _clock,
                null,
                Sweeper(_journal, [])
            ),
            _journal
        );

    private Sweeper Sweeper(Journal journal, List<string> said)
    {
        var gatekeeper = new Gatekeeper(_clock, _facts.Site, _clock, line => said.Add(line.ToString()));
        return new Sweeper(
            journal,
            SmallCloud.Workload,
            _cloud.OpenStack,
            Scope.Admin,
            _cloud.Open,
            _cloud.Management,
            new ClusterRemoval(_cloud.Magnum, Scope.Admin, journal, gatekeeper, _ => null),
            gatekeeper,
            line => said.Add(line.ToString())
        );
    }
}
