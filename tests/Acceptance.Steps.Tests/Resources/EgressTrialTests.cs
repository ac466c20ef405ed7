using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;
using Acceptance.Steps.Tests.InMemory;

namespace Acceptance.Steps.Tests.Resources;

/// <summary>
/// A pod that connects: made once, watched until it ends or time is up, taken away, told to the checks.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EgressTrialTests : IDisposable
{
    private static readonly Site Site = new()
    {
        Name = "edge-lab",
        Credentials = new SiteCredentials(),
        Management = new SiteManagement
        {
            Server = "mgmt",
            Project = "edge",
            Domain = "edge",
            NetEnv = "~/net.env",
            ReachableFromTenant = new Uri("https://192.0.2.50:5000/v3"),
        },
    };

    private readonly StateFolder _state = new();
    private readonly HandClock _clock = new();
    private readonly FactBook _facts = new(Site, DateTimeOffset.UnixEpoch);
    private readonly List<string> _asked = [];
    private readonly Journal _journal;

    public EgressTrialTests() => _journal = new Journal(_state.Path, "run-abcdef", _clock);

    public void Dispose() => _state.Dispose();

    [Test]
    public async Task It_is_made_once_and_taken_away_when_it_has_completed()
    {
        var trial = Trial(Pods(PodPhase.Pending), Pods(PodPhase.Running), Pods(PodPhase.Succeeded));
        await trial.Try();
        await trial.Try();
        _asked
            .Should()
            .Equal("create acceptance-pod-abcdef: /agnhost connect 192.0.2.50:5000", "delete acceptance-pod-abcdef");
        Seen().Phase.Word.Should().Be("Succeeded");
        new Journal(_state.Path, "run-next", _clock).LeftBehind.Should().BeEmpty("what was made was taken away");
    }

    [Test]
    public async Task One_that_hangs_is_taken_away_when_its_time_is_up()
    {
        await Trial(Pods(PodPhase.Running)).Try();
        _asked.Should().HaveCount(2);
        _clock.Slept.Sum(span => span.TotalSeconds).Should().Be(180);
        Seen().Phase.Word.Should().Be("Running");
    }

    [Test]
    public async Task What_cannot_be_read_is_told_as_unread()
    {
        await Trial(Read.Unread<IReadOnlyList<Pod>>(Unreadable.Unreachable, "no answer")).Try();
        (await _facts.Read(ManagementFacts.PodThatConnects)).Should().BeOfType<Reading<Pod>.Unread>();
        _asked[^1].Should().StartWith("delete ");
    }

    [Test]
    public async Task Under_observe_nothing_is_started()
    {
        var trying = () => Trial(Permit.Observe, Pods(PodPhase.Succeeded)).Try();
        (await trying.Should().ThrowAsync<VerdictException>()).Which.Verdict.Should().BeOfType<Verdict.NotPermitted>();
        _asked.Should().BeEmpty();
    }

    private Pod Seen() =>
        ((Reading<Pod>.Seen)_facts.Read(ManagementFacts.PodThatConnects).GetAwaiter().GetResult()).Value;

    private static Task<Reading<IReadOnlyList<Pod>>> Pods(PodPhase phase) =>
        Read.List<Pod>([
            new Pod("default", "coredns", PodPhase.Running, "n", new Dictionary<string, string>(), []),
            new Pod("default", "acceptance-pod-abcdef", phase, "n", new Dictionary<string, string>(), []),
        ]);

    private EgressTrial Trial(params Task<Reading<IReadOnlyList<Pod>>>[] looks) => Trial(Permit.Mutate, looks);

    /// <param name="looks">What each look meets; the last one from then on.</param>
    private EgressTrial Trial(Permit permit, params Task<Reading<IReadOnlyList<Pod>>>[] looks)
    {
        var look = 0;
        var api = Port<IKubernetes>.That(
            (
                nameof(IKubernetes.CreatePod),
                asked => Asked($"create {((PodRequest)asked[1]!).Name}: {Words((PodRequest)asked[1]!)}")
            ),
            (nameof(IKubernetes.Pods), _ => looks[Math.Min(look++, looks.Length - 1)]),
            (nameof(IKubernetes.DeletePod), asked => Asked($"delete {asked[1]}"))
        );
        var gatekeeper = new Gatekeeper(_clock, Site, _clock, _ => { });
        return new EgressTrial(api, Site, Deeds(permit, gatekeeper), gatekeeper, _facts);
    }

    private static string Words(PodRequest wanted) => string.Join(' ', wanted.Command);

    private Task<Reading<Done>> Asked(string question)
    {
        _asked.Add(question);
        return Read.Seen(Done.It);
    }

    private Deeds Deeds(Permit permit, Gatekeeper gatekeeper)
    {
        var cloud = new SmallCloud();
        var sweeper = new Sweeper(
            _journal,
            SmallCloud.Workload,
            cloud.OpenStack,
            Scope.Admin,
            cloud.Open,
            cloud.Management,
            new ClusterRemoval(cloud.Magnum, Scope.Admin, _journal, gatekeeper, _ => null),
            gatekeeper,
            _ => { }
        );
        var hold = new CloudHold("run-abcdef", SmallCloud.Workload, Port<IIdentity>.That(), _clock, null, sweeper);
        return new Deeds(permit, hold, _journal);
    }
}
