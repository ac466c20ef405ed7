using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using NUnit.Framework;
using Reqnroll.Bindings;
using Reqnroll.Configuration;
using Reqnroll.EnvironmentAccess;
using Reqnroll.ErrorHandling;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace Acceptance.Features.Composition;

/// <summary>
/// What a step or a hook throws is printed by the runner as it stands: a library's words are made fit for it first.
/// Ours are already.
/// </summary>
public sealed class PublishedFailures(
    ReqnrollConfiguration configuration,
    IErrorProvider errors,
    IBindingDelegateInvoker invoker,
    IEnvironmentOptions environment
) : BindingInvoker(configuration, errors, invoker, environment)
{
    public override async Task<object> InvokeBindingAsync(
        IBinding binding,
        IContextManager contextManager,
        object[] arguments,
        ITestTracer testTracer,
        DurationHolder durationHolder
    )
    {
        try
        {
            return await base.InvokeBindingAsync(binding, contextManager, arguments, testTracer, durationHolder);
        }
        catch (Exception thrown)
            when (thrown
                    is not (
                        ResultStateException
                        or VerdictException
                        or ScenarioBook.UnreachedException
                        or Reqnroll.ReqnrollException
                    )
            )
        {
            throw new StumbledException(thrown);
        }
    }
}
