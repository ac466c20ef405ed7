using System.CommandLine;
using Acceptance.Cloud.Live.Sites;

namespace Acceptance.Cli.Sites;

/// <summary>`acceptance site schema`: the JSON schema, for editors.</summary>
internal static class SiteSchemaCommand
{
    public static Command Make(TextWriter output)
    {
        var command = new Command("schema", "Prints the JSON schema of a site file (sites/site.schema.json is this).");
        command.SetAction(_ => output.Write(SiteSchema.Text()));
        return command;
    }
}
