using System.Reflection;
using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Reporting;
using Acceptance.Reporting.AsExecuted;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Summaries;
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
        "Evidence: ",
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

    /// <summary>What reports compose names things (a file, a word of ours, an item) and says sentences.</summary>
    private static readonly string[] ReportsName =
    [
        "BarItem: Asks, Id",
        "BarRow: Word",
        "Headline: Words",
        "IssueStanding: Victim",
        "RedCause: OtherVictims, Place",
        "RungStanding: HeldBackBy",
        "WaiverStanding: LeftSentence",
        "WrittenReport: Failure, Name, Path",
    ];

    [Test]
    public void Nothing_that_a_report_composes_is_a_bare_string() =>
        typeof(RunStanding)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(RunStanding).Namespace || type == typeof(WrittenReport))
            .Select(type => (type.Name, Texts: type.GetProperties().Where(IsAnyText).Select(one => one.Name).Order()))
            .Where(one => one.Texts.Any())
            .Select(one => $"{one.Name}: {string.Join(", ", one.Texts)}")
            .Order()
            .Should()
            .Equal(ReportsName);

    /// <summary>A page of Markdown is made of pieces whose holes are escaped; a string is none.</summary>
    [Test]
    public void A_page_takes_no_bare_string()
    {
        var reporting = typeof(RunStanding).Assembly;
        var markdown = reporting.GetType("Acceptance.Reporting.Words.Markdown")!;
        var takers = new[] { typeof(SummaryMarkdown), typeof(AsExecutedLog) }
            .SelectMany(page => page.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => !method.Name.StartsWith('<'))
            .ToArray();
        takers.Should().Contain(method => method.GetParameters().Any(one => one.ParameterType == markdown));
        takers
            .SelectMany(method => method.GetParameters())
            .Should()
            .NotContain(one => one.ParameterType == typeof(string) || one.ParameterType == typeof(StringBuilder));
        typeof(ConsolePage)
            .GetMethod("Entry", BindingFlags.Static | BindingFlags.NonPublic)!
            .GetParameters()[^1]
            .ParameterType.Should()
            .Be<Sentence>();
    }

    private static bool IsAnyText(PropertyInfo property) =>
        property.PropertyType == typeof(string) || property.PropertyType == typeof(IReadOnlyList<string>);

    private static bool IsText(PropertyInfo property) =>
        (property.CanWrite || property.DeclaringType!.IsInterface)
        && (property.PropertyType == typeof(string) || property.PropertyType == typeof(IReadOnlyList<string>))
        && property.Name != nameof(RunSettings.Faults);
}
