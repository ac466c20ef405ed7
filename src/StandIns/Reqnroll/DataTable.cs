namespace Reqnroll;

public class DataTable(params string[] header) : Table(header);
