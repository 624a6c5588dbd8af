/** A shop whose customers can sign in. */
module org.example.shop {
  requires com.thogits.auth;
}
