using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Discovery;

namespace Reqnroll.Execution;

internal sealed class FeatureRun
{
    private readonly ObjectContainer container;
    private readonly ScopeSubject subject;

    public FeatureRun(TestRun run, FeatureInfo info)
    {
        Run = run;
        container = new ObjectContainer(run.Container);
        Context = new FeatureContext(container, info);
        subject = new ScopeSubject(info.Tags, info.Title, null);
        container.RegisterInstanceAs(Context);
        container.RegisterInstanceAs<IFeatureContext>(Context);
    }

    public TestRun Run { get; }

    public FeatureContext Context { get; }

    public async Task StartAsync()
    {
        try
        {
            await Run.Hooks.RunAsync(HookType.BeforeFeature, container, subject);
        }
        catch (Exception error)
        {
            Context.TestError ??= error;
            throw;
        }
    }

    public async Task EndAsync()
    {
        try
        {
            await Run.Hooks.RunAsync(HookType.AfterFeature, container, subject);
        }
        finally
        {
            container.Dispose();
        }
    }
}
