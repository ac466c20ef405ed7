using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Files;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;

namespace Acceptance.Runs.Rehearsals;

/// <summary>A cloud of its own to break: the same drivers, facts and checks as on the cloud of the run.</summary>
public sealed class Rehearsal(ICloud cloud) : IAsyncDisposable
{
    private readonly FactBook _facts = new(cloud);

    public ICloud Cloud { get; } = cloud;

    /// <summary>Breaks it; a fault that found nobody to strike would prove nothing.</summary>
    public async Task<InjectedFault> Break(string fault)
    {
        var injected = (await Cloud.Faults.Inject(fault)).OrStop();
        if (injected.Victim is null)
            throw new VerdictException(Verdict.NotKnown($"the fault {fault} found no victim"));
        _facts.Forget();
        return injected;
    }

    public Task<Verdict> Ask(Check check) => new Inquiry(_facts).Ask(check);

    /// <summary>The kubeconfig of its workload cluster, in the jumphost's home, for its owner only.</summary>
    public async Task<string> KubeconfigFile()
    {
        var home = PrivateFolder.Make(Cloud.Site.Jumphost.Home!);
        var name = $"{Cloud.Site.Workload!.Cluster}.kubeconfig";
        home.Replace(name, (await _facts.Read(WorkloadFacts.Kubeconfig)).OrStop());
        return home.In(name);
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();
}
