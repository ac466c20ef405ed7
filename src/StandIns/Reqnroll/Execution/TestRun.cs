using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Configuration;
using Reqnroll.Discovery;
using Reqnroll.Matching;
using Reqnroll.UnitTestProvider;

namespace Reqnroll.Execution;

/// <summary>One test assembly in one process: its bindings, and the container that outlives scenarios.</summary>
internal sealed class TestRun
{
    private readonly ObjectContainer container = new();

    public TestRun(BindingRegistry registry, IUnitTestRuntimeProvider provider, IReqnrollOutputHelper output)
    {
        Provider = provider;
        Output = output;
        Hooks = new HookRunner(registry);
        Converter = new ArgumentConverter(registry);
        Matcher = new StepMatcher(registry, Converter);
        container.RegisterInstanceAs(provider);
        container.RegisterInstanceAs(output);
    }

    public IObjectContainer Container => container;

    public IUnitTestRuntimeProvider Provider { get; }

    public IReqnrollOutputHelper Output { get; }

    public HookRunner Hooks { get; }

    public ArgumentConverter Converter { get; }

    public StepMatcher Matcher { get; }

    public static TestRun Of(
        System.Reflection.Assembly tests,
        IUnitTestRuntimeProvider provider,
        IReqnrollOutputHelper output
    ) => new(BindingRegistry.Of(RunConfiguration.Of(tests).BindingAssemblies), provider, output);

    public Task StartAsync() => Hooks.RunAsync(HookType.BeforeTestRun, container, ScopeSubject.Run);

    public async Task EndAsync()
    {
        try
        {
            await Hooks.RunAsync(HookType.AfterTestRun, container, ScopeSubject.Run);
        }
        finally
        {
            container.Dispose();
        }
    }
}
