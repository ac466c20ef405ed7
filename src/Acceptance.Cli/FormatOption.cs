using System.CommandLine;
using System.CommandLine.Parsing;

namespace Acceptance.Cli;

/// <summary>--format of what answers in lines or in JSON.</summary>
internal static class FormatOption
{
    public const string Text = "text",
        Json = "json";

    public static Option<string> Of(string says) =>
        new("--format")
        {
            Description = says,
            DefaultValueFactory = _ => Text,
            CustomParser = Read,
        };

    private static string Read(ArgumentResult given)
    {
        var typed = given.Tokens.Single().Value;
        if (typed is not (Text or Json))
            given.AddError($"--format: found '{typed}'; allowed: {Text}, {Json}");
        return typed;
    }
}
