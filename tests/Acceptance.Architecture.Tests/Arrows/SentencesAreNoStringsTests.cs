using System.Reflection;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;

namespace Acceptance.Architecture.Tests.Arrows;

/// <summary>H31: what a user reads of a judgement is a sentence; a bare string does not compile in its place.</summary>
public class SentencesAreNoStringsTests
{
    /// <summary>Members that name a thing, and are no sentence.</summary>
    private static readonly string[] Names = ["rung", "entry", "victim", "by", "what", "kind"];

    private static IEnumerable<Type> Judgements =>
        typeof(Verdict)
            .GetNestedTypes()
            .Concat(typeof(Observation<>).GetNestedTypes())
            .Append(typeof(Verdict))
            .Append(typeof(Finding));

    [Test]
    public void Nothing_that_makes_a_judgement_takes_a_bare_string()
    {
        var takers = Judgements
            .SelectMany(type =>
                type.GetConstructors()
                    .Cast<MethodBase>()
                    .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            )
            .SelectMany(made => made.GetParameters())
            .Where(parameter =>
                parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(Func<string>)
            )
            .Where(parameter => !Names.Contains(parameter.Name!.ToLowerInvariant()));
        takers.Select(parameter => $"{parameter.Member.DeclaringType!.Name}: {parameter.Name}").Should().BeEmpty();
    }

    [Test]
    public void Nothing_that_is_said_while_a_run_goes_is_a_bare_string()
    {
        typeof(ScenarioRecord)
            .GetProperty(nameof(ScenarioRecord.Notes))!
            .PropertyType.Should()
            .Be<IReadOnlyList<Sentence>>();
        typeof(RunRecord).GetProperty(nameof(RunRecord.Notes))!.PropertyType.Should().Be<IReadOnlyList<Sentence>>();
        typeof(AcceptanceRun)
            .GetMethod(nameof(AcceptanceRun.Say))!
            .GetParameters()
            .Should()
            .ContainSingle()
            .Which.ParameterType.Should()
            .Be<Sentence>();
        typeof(AcceptanceRun)
            .Assembly.GetTypes()
            .Where(type => type != typeof(AcceptanceRun))
            .SelectMany(type => type.GetConstructors())
            .SelectMany(made => made.GetParameters())
            .Should()
            .NotContain(parameter => parameter.ParameterType == typeof(Action<string>));
    }
}
