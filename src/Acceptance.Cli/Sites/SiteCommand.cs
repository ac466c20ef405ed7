using System.CommandLine;

namespace Acceptance.Cli.Sites;

/// <summary>`acceptance site`: the file that says where a cloud is.</summary>
internal static class SiteCommand
{
    public static Command Make(TextWriter output) =>
        new("site", "The file that says where a cloud is and what is literal about it.")
        {
            SiteCheckCommand.Make(output),
            SiteSchemaCommand.Make(output),
        };
}
