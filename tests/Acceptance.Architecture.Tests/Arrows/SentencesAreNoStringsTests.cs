using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Runs.Journals;

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

    /// <summary>Ids, names, code words: a thing is known again by them, so they stay as they are.</summary>
    private static readonly string[] Identities =
    [
        "JournalEntry: Deed, Id, Kind, Name, Run, Swept, What",
        "MutationRecord: Kind, What",
        "Evidence: Asked, ByHand",
        "RunSettings: Reports, Root, Site, State",
        "ICloudSource: SiteFile",
    ];

    [Test]
    public void Nothing_else_that_a_run_keeps_for_its_readers_is_a_bare_string()
    {
        Type[] kept =
        [
            typeof(JournalEntry),
            typeof(MutationRecord),
            typeof(Evidence),
            typeof(RunSettings),
            typeof(ICloudSource),
        ];
        kept.Select(type => (type.Name, Texts: type.GetProperties().Where(IsText).Select(one => one.Name).Order()))
            .Select(one => $"{one.Name}: {string.Join(", ", one.Texts)}")
            .Should()
            .Equal(Identities);
    }

    private static bool IsText(PropertyInfo property) =>
        (property.CanWrite || property.DeclaringType!.IsInterface)
        && (property.PropertyType == typeof(string) || property.PropertyType == typeof(IReadOnlyList<string>))
        && property.Name != nameof(RunSettings.Faults);
}
