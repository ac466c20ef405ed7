using System.Collections.Concurrent;
using System.Text;
using Allure.Net.Commons;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Allure.NUnit.Core;

/// <summary>Follows the tests of one class from start to file; tests may run side by side.</summary>
internal sealed class TestRecorder
{
    private readonly ConcurrentDictionary<string, TestResultContainer> _containers = new();
    private readonly ConcurrentDictionary<string, Net.Commons.TestResult> _results = new();

    private static AllureLifecycle Lifecycle => AllureLifecycle.Instance;

    public void Open(ITest test) =>
        _containers[test.Id] = new TestResultContainer
        {
            uuid = Guid.NewGuid().ToString(),
            name = test.FullName,
            start = WallClock.Milliseconds(),
        };

    public void Close(ITest test)
    {
        if (!_containers.TryRemove(test.Id, out var container))
            return;
        container.stop = WallClock.Milliseconds();
        Lifecycle.Writer.Write(container);
    }

    public void Start(ITest test)
    {
        var result = TestResultOf.Nunit(test);
        Open(test);
        // The container of the class is open for as long as any of its tests runs.
        for (var suite = test; suite is not null; suite = suite.Parent)
        {
            if (_containers.TryGetValue(suite.Id, out var container))
                Add(container, result.uuid!);
        }

        result.stage = Stage.running;
        result.start = WallClock.Milliseconds();
        _results[test.Id] = result;
        Lifecycle.Enter(result);
    }

    public void Finish(ITest test)
    {
        if (!_results.TryRemove(test.Id, out var result))
            return;
        Lifecycle.Enter(result);
        AttachConsole();
        TestResultOf.Complete(result, test, TestContext.CurrentContext.Result);
        result.stage = Stage.finished;
        result.stop = WallClock.Milliseconds();
        Lifecycle.Writer.Write(result);
        Lifecycle.Leave();
        Close(test);
    }

    private static void Add(TestResultContainer container, string uuid)
    {
        lock (container)
            container.children.Add(uuid);
    }

    private static void AttachConsole()
    {
        var output = TestExecutionContext.CurrentContext.CurrentResult.Output;
        if (!string.IsNullOrWhiteSpace(output))
            AllureApi.AddAttachment("Console Output", "text/plain", Encoding.UTF8.GetBytes(output), ".txt");
    }
}
