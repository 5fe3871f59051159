import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What edges of graph files are called")
struct EdgeIDTests {
  @Test(
    "An attribute called edge_id is kept beside ids that number the edges",
    arguments: [
      (
        "a.graphml",
        """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="k" for="edge" attr.name="edge_id"/><graph edgedefault="directed">
        <node id="a"/><node id="b"/><edge id="e0" source="a" target="b"/>
        <edge id="e1" source="b" target="a"><data key="k">x</data></edge></graph></graphml>
        """
      ),
      (
        "a.cyjs",
        """
        {"elements": {"nodes": [{"data": {"id": "a"}}, {"data": {"id": "b"}}], "edges": [
        {"data": {"id": "e0", "source": "a", "target": "b"}},
        {"data": {"id": "e1", "source": "b", "target": "a", "edge_id": "x"}}]}}
        """
      ),
      (
        "a.gml",
        """
        graph [ directed 1 node [ id 1 ] node [ id 2 ] edge [ id 0 source 1 target 2 ]
        edge [ id 1 source 2 target 1 edge_id "x" ] ]
        """
      ),
    ])
  func attributeOfEdgeIDs(file: String, text: String) throws {
    let network = try FileTests.Place().read(text, as: file).network
    #expect(network.carried[.ties] == [Network.CarriedColumn(name: "edge_id", values: ["", "x"])])
  }
}
