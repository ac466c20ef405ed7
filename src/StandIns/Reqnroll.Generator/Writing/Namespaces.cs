using Reqnroll.Generator.Reading;

namespace Reqnroll.Generator.Writing;

/// <summary>The root namespace, and the folder that the file or its Link stands in.</summary>
internal static class Namespaces
{
    public static string Of(FeatureFile file)
    {
        var folders = file
            .Folder.Split(['/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Identifier.Of)
            .Where(part => part.Length > 0);
        return string.Join(".", new[] { file.RootNamespace }.Concat(folders));
    }
}
