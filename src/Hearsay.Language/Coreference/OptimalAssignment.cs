namespace Hearsay.Language.Coreference;

/// <summary>
/// The greatest total weight of a one-to-one assignment of rows to columns (Kuhn 1955; the shortest augmenting
/// path form of Jonker and Volgenant 1987). Weights are at least 0; any row may stay unassigned at no cost. Takes
/// O(rows² · columns) time, rows being the smaller side.
/// </summary>
internal static class OptimalAssignment
{
    /// <summary>The best total.</summary>
    public static double Best(double[,] weights)
    {
        bool turned = weights.GetLength(0) > weights.GetLength(1);
        int rows = turned ? weights.GetLength(1) : weights.GetLength(0), columns = turned ? weights.GetLength(0) : weights.GetLength(1);
        double Cost(int row, int column) => turned ? -weights[column, row] : -weights[row, column];

        // Potentials of rows and columns, 1-based; column 0 stands for "the row being placed".
        double[] rowPotential = new double[rows + 1], columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            Place(Cost, rowPotential, columnPotential, rowOf);
        }
        double total = 0;
        for (int j = 1; j <= columns; j++) if (rowOf[j] != 0) total -= Cost(rowOf[j] - 1, j - 1);
        return total;
    }

    // Finds the cheapest path from the new row to a free column and shifts the rows along it.
    private static void Place(Func<int, int, double> cost, double[] rowPotential, double[] columnPotential, int[] rowOf)
    {
        int columns = rowOf.Length - 1, column = 0;
        double[] slack = new double[columns + 1];
        bool[] used = new bool[columns + 1];
        int[] cameFrom = new int[columns + 1];
        Array.Fill(slack, double.PositiveInfinity);
        do
        {
            used[column] = true;
            int current = rowOf[column], nearest = 0;
            double delta = double.PositiveInfinity;
            for (int j = 1; j <= columns; j++)
            {
                if (used[j]) continue;
                double reduced = cost(current - 1, j - 1) - rowPotential[current] - columnPotential[j];
                if (reduced < slack[j]) (slack[j], cameFrom[j]) = (reduced, column);
                if (slack[j] < delta) (delta, nearest) = (slack[j], j);
            }
            for (int j = 0; j <= columns; j++)
            {
                if (used[j]) (rowPotential[rowOf[j]], columnPotential[j]) = (rowPotential[rowOf[j]] + delta, columnPotential[j] - delta);
                else slack[j] -= delta;
            }
            column = nearest;
        }
        while (rowOf[column] != 0);
        for (; column != 0; column = cameFrom[column]) rowOf[column] = rowOf[cameFrom[column]];
    }
}
