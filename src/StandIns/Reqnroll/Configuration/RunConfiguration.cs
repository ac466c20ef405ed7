using System.Reflection;
using System.Text.Json;

namespace Reqnroll.Configuration;

/// <summary>
/// <c>reqnroll.json</c> beside the test assembly: its binding assemblies. Formatters are left to the original package;
/// a step without a binding is an error here whatever the file says, so a file that says otherwise is refused.
/// </summary>
internal sealed record RunConfiguration(IReadOnlyList<Assembly> BindingAssemblies)
{
    private static readonly string[] Known = ["$schema", "bindingAssemblies", "runtime", "formatters"];

    public static RunConfiguration Of(Assembly tests)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "reqnroll.json");
        return new RunConfiguration([tests, .. File.Exists(file) ? Read(file, File.ReadAllText(file)) : []]);
    }

    public static IReadOnlyList<Assembly> Read(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            Require(file, document.RootElement, Known, "");
            RequireErrorOutcome(file, document.RootElement);
            return Assemblies(file, document.RootElement);
        }
        catch (JsonException error)
        {
            throw new ReqnrollException($"{file} is no JSON: {error.Message}", error);
        }
    }

    private static Assembly[] Assemblies(string file, JsonElement root) =>
        root.TryGetProperty("bindingAssemblies", out var list)
            ? [.. list.EnumerateArray().Select(entry => Load(file, entry.GetProperty("assembly").GetString()!))]
            : [];

    private static void RequireErrorOutcome(string file, JsonElement root)
    {
        if (!root.TryGetProperty("runtime", out var runtime))
        {
            return;
        }

        Require(file, runtime, ["missingOrPendingStepsOutcome"], "runtime.");
        if (runtime.TryGetProperty("missingOrPendingStepsOutcome", out var outcome) && outcome.GetString() != "Error")
        {
            throw new ReqnrollException(
                $"{file}: runtime.missingOrPendingStepsOutcome is {outcome}; the stand-in knows \"Error\" only, so that no step is lost."
            );
        }
    }

    private static void Require(string file, JsonElement element, string[] known, string prefix)
    {
        foreach (var property in element.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            throw new ReqnrollException(
                $"{file}: {prefix}{property.Name} is a setting that the stand-in does not cover; it knows {string.Join(", ", known)}."
            );
        }
    }

    private static Assembly Load(string file, string name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new ReqnrollException(
                $"{file}: the binding assembly {name} cannot be loaded: {error.Message}",
                error
            );
        }
    }
}
