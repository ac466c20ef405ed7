using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Allure.Net.Commons;

/// <summary>Writes the files a report is made from, each once and under a name of its own.</summary>
internal sealed class ResultsWriter
{
    private readonly JsonSerializerOptions _json;

    public ResultsWriter(AllureConfigurationFile configuration)
    {
        Directory = System.IO.Directory.CreateDirectory(configuration.Directory).FullName;
        _json = new JsonSerializerOptions
        {
            WriteIndented = configuration.IndentOutput,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
    }

    public string Directory { get; }

    public void Write(TestResult result) => Write(result, AllureConstants.TEST_RESULT_FILE_SUFFIX);

    public void Write(TestResultContainer container) =>
        Write(container, AllureConstants.TEST_RESULT_CONTAINER_FILE_SUFFIX);

    public void Write(string source, byte[] attachment) =>
        File.WriteAllBytes(Path.Combine(Directory, source), attachment);

    public void CleanUp()
    {
        var directory = new DirectoryInfo(Directory);
        foreach (var file in directory.GetFiles())
            file.Delete();
        foreach (var folder in directory.GetDirectories())
            folder.Delete(recursive: true);
    }

    private void Write<T>(T item, string suffix) =>
        File.WriteAllText(
            Path.Combine(Directory, $"{Guid.NewGuid():N}{suffix}"),
            JsonSerializer.Serialize(item, _json)
        );
}
