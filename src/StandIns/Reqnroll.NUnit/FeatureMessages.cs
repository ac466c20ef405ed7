using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.RuntimeSupport;

namespace Reqnroll.NUnit;

/// <summary>A feature as Cucumber messages, made by Gherkin's own converters when a formatter asks for them.</summary>
internal sealed class FeatureMessages : IFeatureLevelCucumberMessages
{
    private readonly GuidIdGenerator ids = new();
    private readonly Lazy<GherkinDocument> document;
    private readonly Lazy<Pickle[]> pickles;

    public FeatureMessages(string uri, string text)
    {
        Source = new Source(uri, text, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN);
        document = new(() =>
            new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(
                new global::Gherkin.Parser().Parse(new StringReader(text)),
                uri
            )
        );
        pickles = new(() => [.. new PickleCompiler(ids).Compile(document.Value)]);
    }

    public bool HasMessages => true;

    public Source Source { get; }

    public GherkinDocument GherkinDocument => document.Value;

    public IEnumerable<Pickle> Pickles => pickles.Value;
}
