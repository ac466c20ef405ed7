namespace Reqnroll.Generator.Reading;

internal sealed record RowModel(string ExamplesName, string[] Tags, string[] Columns, string[] Cells);
