using System.Reflection;
using System.Runtime.ExceptionServices;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Cases;

/// <summary>
/// What the suite says of each row of cases.tsv and real-services.tsv stands in one text, to be read aloud: what is
/// wrong, where, since when, what to do. The tests of the rows say it; here they are run once more, one after the
/// other.
/// </summary>
public sealed class CasesReadAloud
{
    private static readonly string Approved = WorkTree.PathOf("docs", "cases.approved.txt");

    [Test]
    public async Task What_is_said_of_each_row_is_as_approved()
    {
        var heard = await ReadAloud.Hear(RunTheRows);
        var text = string.Join("\n\n", heard.OrderBy(one => one.Row, StringComparer.Ordinal)) + "\n";
        TestContext.Out.WriteLine(text);
        text.Should().Be(await File.ReadAllTextAsync(Approved));
    }

    [TestCase("cases.tsv")]
    [TestCase("real-services.tsv")]
    public void No_row_is_missing(string table)
    {
        var rows = File.ReadLines(SharedFolder.Need(Path.Combine("cases", table), "no row is looked for"))
            .Skip(1)
            .Select(row => row.Split('\t')[0])
            .Where(row => row.Length > 0)
            .ToArray();
        rows.Should().HaveCountGreaterThan(10);
        rows.Except(File.ReadLines(Approved).Select(line => line.Split("  ")[0]))
            .Should()
            .BeEmpty("each row of {0} is read aloud", table);
    }

    private static async Task RunTheRows()
    {
        var fixtures = typeof(CasesReadAloud)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CasesReadAloud).Namespace && type != typeof(CasesReadAloud))
            .Where(type => Tests(type).Any())
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        foreach (var fixture in fixtures)
        foreach (var test in Tests(fixture))
        foreach (var arguments in Arguments(test))
            await Run(fixture, test, arguments);
    }

    private static IEnumerable<MethodInfo> Tests(Type fixture) =>
        fixture.GetMethods().Where(method => Marked<TestAttribute>(method) || Marked<TestCaseAttribute>(method));

    private static IEnumerable<object?[]> Arguments(MethodInfo test)
    {
        var parameters = test.GetParameters();
        return parameters.Length == 0
            ?
            [
                [],
            ]
            : test.GetCustomAttributes<TestCaseAttribute>()
                .Select(given =>
                    parameters
                        .Select((one, at) => at < given.Arguments.Length ? given.Arguments[at] : one.DefaultValue)
                        .ToArray()
                );
    }

    private static async Task Run(Type fixture, MethodInfo test, object?[] arguments)
    {
        var instance = Activator.CreateInstance(fixture)!;
        Around<SetUpAttribute>(instance);
        try
        {
            if (test.Invoke(instance, arguments) is Task running)
                await running;
        }
        catch (TargetInvocationException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException!);
        }
        finally
        {
            Around<TearDownAttribute>(instance);
        }
    }

    private static void Around<T>(object instance)
        where T : Attribute
    {
        foreach (var method in instance.GetType().GetMethods().Where(Marked<T>))
            method.Invoke(instance, null);
    }

    private static bool Marked<T>(MethodInfo method)
        where T : Attribute => method.GetCustomAttributes<T>().Any();
}
