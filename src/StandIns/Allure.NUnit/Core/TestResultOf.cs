using System.Text.Encodings.Web;
using System.Text.Json;
using Allure.Net.Commons;
using Allure.NUnit.Attributes;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using AllureResult = Allure.Net.Commons.TestResult;

namespace Allure.NUnit.Core;

/// <summary>What Allure is told of an NUnit test: before it runs, and once its outcome is known.</summary>
internal static class TestResultOf
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static AllureResult Nunit(ITest test)
    {
        var method = test.Method!.MethodInfo;
        var result = new AllureResult
        {
            uuid = Guid.NewGuid().ToString(),
            name = test.Parent is ParameterizedMethodSuite suite ? suite.Name : test.Name,
            fullName = Identity.FullName(method),
            titlePath = [.. FixtureAndAbove(test).Reverse()],
            parameters =
            [
                .. method
                    .GetParameters()
                    .Zip(
                        test.Arguments,
                        (parameter, value) => new Parameter { name = parameter.Name, value = Text(value) }
                    ),
            ],
        };
        result.labels.AddRange([
            Label.Thread(),
            Label.Host(),
            Label.Language(),
            Label.Framework("NUnit 3"),
            Label.Package(test.ClassName!),
            Label.TestMethod(test.MethodName!),
            Label.TestClass(Split(test.ClassName!).Class),
        ]);
        var attributes = test.Method!.GetCustomAttributes<AllureTestCaseAttribute>(true)
            .Concat(Fixture(test)?.GetCustomAttributes<AllureTestCaseAttribute>(true) ?? []);
        foreach (var attribute in attributes)
            attribute.UpdateTestResult(result);
        return result;
    }

    public static void Complete(AllureResult result, ITest test, TestContext.ResultAdapter outcome)
    {
        foreach (var text in Properties(test, PropertyNames.Description))
            result.description += $"{text}\n";
        result.labels.AddRange(Properties(test, PropertyNames.Author).Select(Label.Owner));
        result.labels.AddRange(Properties(test, PropertyNames.Category).Select(Label.Tag));
        AddSuites(result, test);
        result.status = StatusOf(outcome);
        if (!string.IsNullOrWhiteSpace(outcome.Message) || !string.IsNullOrWhiteSpace(outcome.StackTrace))
        {
            result.statusDetails = new StatusDetails
            {
                message = string.IsNullOrWhiteSpace(outcome.Message)
                    ? $"Test {outcome.Outcome.Status}"
                    : outcome.Message,
                trace = outcome.StackTrace,
            };
        }

        result.testCaseId ??= Identity.Hash(result.fullName!);
        result.historyId ??= Identity.History(result.fullName!, result.parameters);
    }

    // An assertion that failed is a failure; anything else that ended the test means that it is broken.
    private static Status StatusOf(TestContext.ResultAdapter outcome) =>
        outcome.Outcome.Status switch
        {
            TestStatus.Passed => Status.passed,
            TestStatus.Skipped => Status.skipped,
            TestStatus.Inconclusive or TestStatus.Warning => Status.broken,
            TestStatus.Failed
                when outcome.Assertions.Any()
                    && outcome.Assertions.All(assertion => assertion.Status != AssertionStatus.Error) => Status.failed,
            TestStatus.Failed => Status.broken,
            _ => Status.none,
        };

    private static void AddSuites(AllureResult result, ITest test)
    {
        if (result.labels.Any(label => label.name is LabelName.PARENT_SUITE or LabelName.SUITE or LabelName.SUB_SUITE))
            return;
        var (space, name) = Split(Fixture(test)!.FullName);
        result.labels.Add(Label.ParentSuite(test.TypeInfo!.Assembly.GetName().Name!));
        if (space.Length > 0)
            result.labels.Add(Label.Suite(space));
        result.labels.Add(Label.SubSuite(name));
    }

    private static IEnumerable<string> Properties(ITest test, string name)
    {
        for (
            ITest? level = test;
            level is not null && level.GetType() != typeof(TestSuite) && level is not TestAssembly;
            level = level.Parent
        )
        {
            foreach (var value in level.Properties[name])
                yield return value.ToString()!;
        }
    }

    private static IEnumerable<string> FixtureAndAbove(ITest test)
    {
        for (ITest? suite = Fixture(test); suite is not null; suite = suite.Parent)
            yield return suite is TestAssembly { Assembly: { } assembly } ? assembly.GetName().Name! : suite.Name;
    }

    private static TestFixture? Fixture(ITest? test)
    {
        while (test is not null and not TestFixture)
            test = test.Parent;
        return (TestFixture?)test;
    }

    private static (string Space, string Class) Split(string fullName)
    {
        var plain = fullName.Split('<', '(')[0];
        var dot = plain.LastIndexOf('.');
        return dot < 0 ? (string.Empty, fullName) : (fullName[..dot], fullName[(dot + 1)..]);
    }

    private static string Text(object? value)
    {
        try
        {
            return JsonSerializer.Serialize(value, Readable);
        }
        catch (Exception unserialisable) when (unserialisable is NotSupportedException or JsonException)
        {
            return value?.ToString() ?? "null";
        }
    }
}
