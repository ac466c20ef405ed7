namespace Allure.Net.Commons;

/// <summary>A name and a value that a report groups and filters by.</summary>
public class Label
{
    public string? name { get; set; }

    public string? value { get; set; }

    public static Label ParentSuite(string value) => new() { name = LabelName.PARENT_SUITE, value = value };

    public static Label Suite(string value) => new() { name = LabelName.SUITE, value = value };

    public static Label SubSuite(string value) => new() { name = LabelName.SUB_SUITE, value = value };

    public static Label Owner(string value) => new() { name = LabelName.OWNER, value = value };

    public static Label Tag(string value) => new() { name = LabelName.TAG, value = value };

    public static Label Epic(string value) => new() { name = LabelName.EPIC, value = value };

    public static Label Feature(string value) => new() { name = LabelName.FEATURE, value = value };

    public static Label Story(string value) => new() { name = LabelName.STORY, value = value };

    public static Label Framework(string value) => new() { name = LabelName.FRAMEWORK, value = value };

    public static Label Package(string value) => new() { name = LabelName.PACKAGE, value = value };

    public static Label TestClass(string value) => new() { name = LabelName.TEST_CLASS, value = value };

    public static Label TestMethod(string value) => new() { name = LabelName.TEST_METHOD, value = value };

    public static Label Host(string value) => new() { name = LabelName.HOST, value = value };

    public static Label Severity(SeverityLevel value) => new() { name = LabelName.SEVERITY, value = value.ToString() };

    public static Label Language() => new() { name = LabelName.LANGUAGE, value = "C#" };

    public static Label Host() => Host(Environment.MachineName);

    public static Label Thread() =>
        new()
        {
            name = LabelName.THREAD,
            value = System.Threading.Thread.CurrentThread.Name ?? $"{Environment.CurrentManagedThreadId}",
        };
}
